//! In which order sections stand in a law: § 9 before § 10, and § 4-1 before § 4-1 a.

/// What to sort a section by, however much else is written with it: `§ 20-1 g` is 20, 1, and then the words.
#[must_use]
pub fn section_order(section: &str) -> (Vec<u32>, String) {
    let numbers = section.split(|sign: char| !sign.is_ascii_digit()).filter_map(|digits| digits.parse().ok());
    (numbers.collect(), section.to_owned())
}

#[cfg(test)]
mod tests {
    use super::section_order;

    #[test]
    fn sections_stand_by_their_numbers_and_then_by_their_letters() {
        let mut sections = ["§ 20-1 g", "§ 20-1 b", "§ 1-8", "§ 20-1", "§ 11-6", "§ 3"];
        sections.sort_by_key(|section| section_order(section));
        assert_eq!(sections, ["§ 1-8", "§ 3", "§ 11-6", "§ 20-1", "§ 20-1 b", "§ 20-1 g"]);
    }
}
