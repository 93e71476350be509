//! Finds what one wants to build by a plain word, however it is spelt.

/// As many as fit on a phone above the keyboard.
const SHOWN: usize = 8;
/// Shorter words are "en", "på", "og".
const SHORTEST: usize = 3;
/// What a word costs that is nowhere near.
const MISSED: usize = 9;

/// The places of the kinds of work that a resident may mean, the likeliest first.
///
/// Each kind comes with the words that people use for it, comma between. Word for word, the beginning of a word counts
/// most, then a part of it, then one or two letters wrong.
pub(super) fn found<'a>(sought: &str, kinds: impl Iterator<Item = [&'a str; 2]>) -> Vec<usize> {
    let sought: Vec<String> = sought.split(' ').map(sound).collect();
    let longest = sought.iter().map(String::len).max().unwrap_or(0);
    let least = longest.min(SHORTEST);
    let sought: Vec<String> = sought.into_iter().filter(|word| !word.is_empty() && word.len() >= least).collect();
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (place, kind) in kinds.enumerate() {
        let known: Vec<String> = kind.iter().flat_map(|words| words.split(',')).map(sound).collect();
        let costs = sought.iter().map(|word| known.iter().map(|known| cost(word, known)).min().unwrap_or(MISSED));
        let (total, hit) = costs.fold((0, false), |(total, hit), cost| (total + cost, hit || cost < MISSED));
        if hit {
            found.push((total, place));
        }
    }
    found.sort_unstable();
    found.truncate(SHOWN);
    found.into_iter().map(|(_, place)| place).collect()
}

/// How a word sounds: no capitals, no accents, no doubled letters, nothing but letters.
fn sound(word: &str) -> String {
    let mut sound = String::with_capacity(word.len());
    for letter in word.chars().flat_map(char::to_lowercase) {
        let plain = match letter {
            'å' | 'ä' | 'à' | 'á' => 'a',
            'ø' | 'ö' | 'ô' | 'ò' | 'ó' => 'o',
            'æ' | 'é' | 'è' | 'ê' => 'e',
            letter if letter.is_ascii_alphabetic() => letter,
            _ => continue,
        };
        // Those without the letters on their keyboard write aa, oe and ae.
        match (sound.chars().last(), plain) {
            (Some('o'), 'e') => {}
            (Some('a'), 'e') => {
                sound.pop();
                sound.push('e');
            }
            (Some(last), plain) if last == plain => {}
            _ => sound.push(plain),
        }
    }
    sound
}

fn cost(sought: &str, known: &str) -> usize {
    if known.starts_with(sought) {
        return usize::from(known != sought);
    }
    if sought.len() >= SHORTEST && known.contains(sought) {
        return 2;
    }
    if known.len() > SHORTEST && sought.contains(known) {
        return 3;
    }
    let allowed = sought.len().saturating_sub(1) / 3;
    let wrong = letters_wrong(sought.as_bytes(), known.as_bytes());
    if wrong <= allowed.min(2) { 4 + wrong } else { MISSED }
}

/// How many letters must be changed, put in or left out for a word to begin another.
fn letters_wrong(sought: &[u8], known: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=known.len()).collect();
    for (letter, n) in sought.iter().zip(1..) {
        let mut next = vec![n];
        let mut left = n;
        for (pair, other) in row.windows(2).zip(known) {
            let [before, above] = pair else { continue };
            left = (before + usize::from(letter != other)).min(left.min(*above) + 1);
            next.push(left);
        }
        row = next;
    }
    row.into_iter().min().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const KINDS: [[&str; 2]; 6] = [
        ["Garasje", "garasje,dobbelgarasje,garage,bilhus"],
        ["Levegg", "levegg,skjermvegg,vindskjerm,hegn,vegg mot naboen"],
        ["Solceller på tak", "solceller,solpanel,solenergi,solar panels"],
        ["Solceller på vegg", "solceller,solcellevegg,solar wall"],
        ["Terrasse", "terrasse,uteplass,deck"],
        ["Påbygg i høyden", "påbygg,en etasje til,takløft"],
    ];

    fn first(sought: &str) -> Option<&'static str> {
        found(sought, KINDS.into_iter()).first().and_then(|place| KINDS.get(*place)).map(|kind| kind[0])
    }

    #[test]
    fn a_word_is_found_as_people_type_it() {
        for (sought, kind) in [
            ("garasje", "Garasje"),
            ("Gara", "Garasje"),
            ("GARASJEN", "Garasje"),
            ("grasje", "Garasje"),
            ("garajse", "Garasje"),
            ("terasse", "Terrasse"),
            ("terase", "Terrasse"),
            ("paabygg", "Påbygg i høyden"),
            ("pabygg", "Påbygg i høyden"),
            ("hegn", "Levegg"),
            ("vegg mot nabo", "Levegg"),
            ("solceller tak", "Solceller på tak"),
            ("solcelle på vegg", "Solceller på vegg"),
            ("jeg vil bygge en garasje", "Garasje"),
        ] {
            assert_eq!(first(sought), Some(kind), "{sought}");
        }
    }

    #[test]
    fn what_is_nowhere_near_is_not_found() {
        for sought in ["", " ", "romskip", "xyz", "12"] {
            assert_eq!(first(sought), None, "{sought}");
        }
    }

    #[test]
    fn letters_changed_put_in_and_left_out_are_counted_once_each() {
        for (sought, known, wrong) in [("abc", "abcd", 0), ("abx", "abcd", 1), ("bcd", "abcd", 1), ("abbc", "abcd", 1)] {
            assert_eq!(letters_wrong(sought.as_bytes(), known.as_bytes()), wrong, "{sought} {known}");
        }
    }
}
