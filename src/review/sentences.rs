//! Texts in sentences and words.

/// A full stop ends a sentence where a capital follows, or nothing; elsewhere it belongs to a short form.
pub(crate) fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut left = text;
    let ends = |at: usize, rest: &str| {
        let after = rest.get(at + 1..).unwrap_or_default().trim_start_matches(['»', '”', '"', ')']);
        let next = after.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '«' | '“' | '"')).chars().next();
        after.starts_with(char::is_whitespace) && next.is_some_and(|next| next.is_uppercase() || next == '{')
    };
    while let Some(at) = left.match_indices(['.', '!', '?', ':']).map(|(at, _)| at).find(|at| ends(*at, left)) {
        let (sentence, rest) = left.split_at(at + 1);
        sentences.push(sentence.trim());
        left = rest;
    }
    sentences.push(left.trim());
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}

/// The words without their punctuation.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    let bare = |word| str::trim_matches(word, |c: char| !c.is_alphanumeric() && !matches!(c, '{' | '}'));
    text.split_whitespace().map(bare).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_form_ends_no_sentence() {
        assert_eq!(sentences("Se § 4-1 nr. 3 f.eks. her. Så dette? Ja!").len(), 3);
        assert_eq!(sentences("Spør: «Er det farlig?» Finnes ingen, vent.").len(), 3);
        assert_eq!(sentences("{tiltaket} er høyt. {svar} er for mye").len(), 2);
    }
}
