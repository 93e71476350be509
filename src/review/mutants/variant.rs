//! One thing made otherwise, and how that is told.

/// A value that differs from the right one in one place.
#[derive(Clone, Debug)]
pub(super) struct Variant<T> {
    /// The value.
    pub(super) value: T,
    /// Where it differs, the outermost first.
    pub(super) place: Vec<String>,
    /// How it differs: the first half of a sentence.
    pub(super) change: String,
    /// What example would notice.
    pub(super) example: String,
}

impl<T> Variant<T> {
    pub(super) fn new(value: T, change: impl Into<String>, example: impl Into<String>) -> Self {
        Self { value, place: Vec::new(), change: change.into(), example: example.into() }
    }

    /// The same inside something larger.
    pub(super) fn inside<U>(self, put: impl FnOnce(T) -> U) -> Variant<U> {
        Variant { value: put(self.value), place: self.place, change: self.change, example: self.example }
    }

    /// The same, told as standing in a place.
    pub(super) fn at(mut self, place: impl Into<String>) -> Self {
        self.place.insert(0, place.into());
        self
    }
}

/// A list with each item in turn made otherwise in every way.
pub(super) fn each_changed<T: Clone>(
    list: &[T],
    variants: impl Fn(usize, &T) -> Vec<Variant<T>>,
) -> Vec<Variant<Vec<T>>> {
    let changed = |(place, item): (usize, &T)| {
        let put = move |variant: Variant<T>| variant.inside(|item| with(list, place, item));
        variants(place, item).into_iter().map(put).collect::<Vec<_>>()
    };
    list.iter().enumerate().flat_map(changed).collect()
}

/// A list with each item in turn dropped. `told` says what was dropped, and what example would notice.
pub(super) fn each_dropped<T: Clone>(list: &[T], told: impl Fn(usize, &T) -> (String, String)) -> Vec<Variant<Vec<T>>> {
    let dropped = |(place, item): (usize, &T)| {
        let (change, example) = told(place, item);
        Variant::new(without(list, place), change, example)
    };
    list.iter().enumerate().map(dropped).collect()
}

fn with<T: Clone>(list: &[T], at: usize, item: T) -> Vec<T> {
    let mut list = list.to_vec();
    if let Some(place) = list.get_mut(at) {
        *place = item;
    }
    list
}

/// A list with one item dropped.
pub(super) fn without<T: Clone>(list: &[T], at: usize) -> Vec<T> {
    let others = list.iter().enumerate().filter(|(place, _)| *place != at);
    others.map(|(_, item)| item.clone()).collect()
}
