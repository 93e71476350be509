//! How wide a text can be, without a font at hand: no common face is wider than this.

/// The height of the letters and of a line, in tenths of a pixel.
pub(super) const SIZE: i64 = 130;
pub(super) const LINE: i64 = 170;

/// At most this wide, in tenths of a pixel.
pub(super) fn width(text: &str) -> i64 {
    text.chars().map(hundredths).sum::<i64>() * SIZE / 100
}

/// A letter in hundredths of the letters' height, as in a wide bold face.
const fn hundredths(letter: char) -> i64 {
    match letter {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | 'I' | ' ' | '\u{a0}' => 36,
        'f' | 't' | 'r' | '(' | ')' | '-' => 46,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '…' | '—' => 98,
        'A'..='Z' | 'Æ' | 'Ø' | 'Å' => 78,
        _ => 64,
    }
}

/// The text in lines of at most this width; `None` where a single word is wider.
pub(super) fn wrapped(text: &str, room: i64) -> Option<Vec<String>> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        if width(word) > room {
            return None;
        }
        match lines.last_mut().filter(|line| width(line) + width(" ") + width(word) <= room) {
            Some(line) => {
                line.push(' ');
                line.push_str(word);
            }
            None => lines.push(word.to_owned()),
        }
    }
    Some(lines)
}

/// The widest word.
pub(super) fn widest_word(text: &str) -> i64 {
    text.split(' ').map(width).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_breaks_between_words_and_never_inside_one() {
        let lines = wrapped("Avstand til nabogrensen", width("Avstand til"));
        assert_eq!(lines, None, "`nabogrensen` is wider than the room");
        let lines = wrapped("Avstand til nabogrensen", width("nabogrensen"));
        assert_eq!(lines.unwrap(), ["Avstand til", "nabogrensen"]);
    }
}
