//! One scale for both directions of a view.

/// Millimetres per CSS pixel.
///
/// Only these steps, so that the scale rests while a number is typed and changes at once when it must.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Scale(i64);

impl Scale {
    /// From the closest view to the widest.
    pub const STEPS: [Self; 19] = [
        Self(15),
        Self(18),
        Self(20),
        Self(25),
        Self(30),
        Self(35),
        Self(40),
        Self(50),
        Self(60),
        Self(70),
        Self(80),
        Self(100),
        Self(125),
        Self(150),
        Self(200),
        Self(250),
        Self(300),
        Self(400),
        Self(600),
    ];

    /// The step of so many millimetres per pixel.
    #[must_use]
    pub fn of(millimetres: i64) -> Option<Self> {
        Self::STEPS.into_iter().find(|step| step.0 == millimetres)
    }

    /// Millimetres per pixel.
    #[must_use]
    pub const fn millimetres(self) -> i64 {
        self.0
    }

    /// A length as tenths of a pixel, to the nearest.
    #[must_use]
    pub fn tenths(self, length: i64) -> i64 {
        (length.saturating_mul(10).saturating_add(self.0 / 2)) / self.0
    }

    /// The closest view in which everything fits, or the widest of all; the one that is held if that fits.
    pub(super) fn fitting(held: Option<Self>, fits: impl Fn(Self) -> bool) -> Self {
        let [.., widest] = Self::STEPS;
        held.filter(|scale| fits(*scale)).or_else(|| Self::STEPS.into_iter().find(|step| fits(*step))).unwrap_or(widest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closest_view_that_fits_is_chosen_and_a_held_one_kept() {
        let fits = |scale: Scale| scale.tenths(6000) <= 2000;
        assert_eq!(Scale::fitting(None, fits), Scale(30));
        assert_eq!(Scale::fitting(Some(Scale(50)), fits), Scale(50));
        assert_eq!(Scale::fitting(Some(Scale(20)), fits), Scale(30));
    }
}
