//! What somebody may have meant who wrote a name that does not exist.

/// How many are worth telling.
const TOLD: usize = 3;

/// The known names that are most like the one written, the likest first; none where none is like it.
#[must_use]
pub fn nearest<'a>(written: &str, known: &[&'a str]) -> Vec<&'a str> {
    let written = written.to_lowercase();
    let part = |name: &str| written.len() > 2 && (name.contains(&written) || written.contains(name));
    let mut near: Vec<(usize, &str)> = known.iter().map(|name| (slips(&written, name), *name)).collect();
    near.retain(|(slips, name)| part(name) || slips * 3 <= name.chars().count());
    near.sort_unstable();
    near.into_iter().map(|(_, name)| name).take(TOLD).collect()
}

/// How many letters must be put in, taken out or exchanged to make one of the other.
fn slips(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (line, letter) in (1..).zip(a.chars()) {
        let mut row = vec![line];
        for (other, pair) in b.iter().zip(above.windows(2)) {
            let [diagonal, over] = pair else { continue };
            let left = row.last().copied().unwrap_or(line);
            row.push((diagonal + usize::from(*other != letter)).min(over + 1).min(left + 1));
        }
        above = row;
    }
    above.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{nearest, slips};

    #[test]
    fn slips_and_parts_of_names_are_near_and_the_nearest_comes_first() {
        let known = ["garasje", "terrasse", "takterrasse", "levegg"];
        assert_eq!(nearest("levveg", &known), ["levegg"]);
        assert_eq!(nearest("terasse", &known), ["terrasse"]);
        assert_eq!(nearest("Terrasse", &known), ["terrasse", "takterrasse"]);
        assert!(nearest("svømmebasseng", &known).is_empty());
        assert_eq!((slips("sitat", "sitta"), slips("", "bod"), slips("bod", "bod")), (2, 3, 0));
    }
}
