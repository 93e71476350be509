//! Finds what one wants to build by a plain word, however it is spelt.

/// As many as fit on a phone above the keyboard.
const SHOWN: usize = 8;
/// Shorter words are "en", "på", "og".
const SHORTEST: usize = 3;
/// What costs so much more than the likeliest is not meant.
const FAR: usize = 3;
/// What a word costs that is nowhere near.
const MISSED: usize = 9;

/// The places of the kinds of work that a resident may mean, the likeliest first.
///
/// Each kind comes with the words that people use for it, comma between. Word for word, the beginning of a word counts
/// most, then a part of it, then one or two letters wrong.
#[must_use]
pub fn found<'a>(sought: &str, kinds: impl Iterator<Item = [&'a str; 2]>) -> Vec<usize> {
    let sought = sounds(sought, ' ');
    let least = sought.iter().map(Vec::len).max().unwrap_or(0).clamp(1, SHORTEST);
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (place, [name, called]) in kinds.enumerate() {
        let mut known = sounds(called, ',');
        known.extend(sounds(name, ','));
        let (mut total, mut hit) = (0, false);
        for word in sought.iter().filter(|word| word.len() >= least) {
            let cost = known.iter().map(|known| cost(word, known)).min().unwrap_or(MISSED);
            total += cost;
            hit |= cost < MISSED;
        }
        if hit {
            // Put in its place at once: to sort afterwards would be more code.
            let at = found.iter().position(|(other, _)| *other > total).unwrap_or(found.len());
            found.insert(at, (total, place));
        }
    }
    let far = found.first().map_or(0, |(least, _)| least + FAR);
    found.into_iter().take(SHOWN).filter(|(total, _)| *total < far).map(|(_, place)| place).collect()
}

fn sounds(words: &str, between: char) -> Vec<Vec<u8>> {
    words.split(between).map(sound).collect()
}

/// How a word sounds: no capitals, no accents, no doubled letters, nothing but letters. Those without the letters on their
/// keyboard write aa, oe and ae. Written out, for the standard library's tables of letters are as large as all of this.
fn sound(word: &str) -> Vec<u8> {
    let mut sound: Vec<u8> = Vec::new();
    for letter in word.chars() {
        let plain = match letter.to_ascii_lowercase() {
            'å' | 'Å' | 'ä' | 'Ä' | 'à' => b'a',
            'ø' | 'Ø' | 'ö' | 'Ö' | 'ò' | 'ô' => b'o',
            'æ' | 'Æ' | 'é' | 'è' | 'ê' => b'e',
            letter @ 'a'..='z' => u8::try_from(letter).unwrap_or_default(),
            _ => continue,
        };
        match (sound.last_mut(), plain) {
            (Some(b'o'), b'e') => {}
            (Some(last @ b'a'), b'e') => *last = b'e',
            (Some(last), plain) if *last == plain => {}
            _ => sound.push(plain),
        }
    }
    sound
}

fn cost(sought: &[u8], known: &[u8]) -> usize {
    if known.starts_with(sought) {
        return usize::from(known != sought);
    }
    if holds(known, sought) {
        return 2;
    }
    if holds(sought, known) {
        return 3;
    }
    let wrong = letters_wrong(sought, known);
    if wrong <= (sought.len().saturating_sub(1) / 3).min(2) { 4 + wrong } else { MISSED }
}

fn holds(long: &[u8], short: &[u8]) -> bool {
    short.len() >= SHORTEST && long.windows(short.len()).any(|part| part == short)
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
    fn what_is_much_less_likely_than_the_first_is_not_shown() {
        assert_eq!(found("hegn", KINDS.into_iter()), [1]);
        assert_eq!(found("solceller", KINDS.into_iter()), [2, 3]);
    }

    #[test]
    fn what_is_nowhere_near_is_not_found() {
        for sought in ["", " ", "romskip", "xyz", "12"] {
            assert_eq!(first(sought), None, "{sought}");
        }
    }

    #[test]
    fn letters_changed_put_in_and_left_out_are_counted_once_each() {
        for (sought, known, wrong) in [("abc", "abcd", 0), ("abx", "abcd", 1), ("bcd", "abcd", 1), ("abbc", "abcd", 1)]
        {
            assert_eq!(letters_wrong(sought.as_bytes(), known.as_bytes()), wrong, "{sought} {known}");
        }
    }
}
