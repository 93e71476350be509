//! Whole numbers in digits. The standard library's formatting is many times as large, and the widget is fetched.

/// A number in digits; no amount, day or place is negative.
#[must_use]
pub fn digits(number: i64) -> String {
    let mut text = String::new();
    write_digits(number, &mut text);
    text
}

/// How many, or at which place, in digits.
#[must_use]
pub fn count(number: usize) -> String {
    digits(i64::try_from(number).unwrap_or(i64::MAX))
}

/// A number in digits after what is already written.
#[inline(never)]
pub fn write_digits(number: i64, text: &mut String) {
    if number > 9 {
        write_digits(number / 10, text);
    }
    let digit = u8::try_from(number % 10).unwrap_or_default();
    text.push(char::from(b'0' + digit));
}
