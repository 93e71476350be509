//! Short lists put in order. The standard library's sorts are made for long ones; each costs three kilobytes of what is fetched.

/// Puts a list of some tens in order: what `is_after` says of two decides, and two that are alike stay as they stood.
pub fn in_order<T>(list: &mut [T], is_after: impl Fn(&T, &T) -> bool) {
    for end in 1..list.len() {
        let mut place = end;
        while let Some([before, this]) = list.get(place.wrapping_sub(1)..=place)
            && is_after(before, this)
        {
            list.swap(place - 1, place);
            place -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::in_order;

    #[test]
    fn a_list_is_put_in_order_and_equals_keep_theirs() {
        let mut list = [(3, 'a'), (1, 'b'), (3, 'c'), (2, 'd'), (1, 'e')];
        in_order(&mut list, |one, other| one.0 > other.0);
        assert_eq!(list, [(1, 'b'), (1, 'e'), (2, 'd'), (3, 'a'), (3, 'c')]);
        in_order(&mut list[..0], |one, other| one > other);
        in_order(&mut list[..1], |one, other| one > other);
    }
}
