//! Where in the rule book something stands: one name, made alike by those who write its pages and those who link there.

/// A name of the rule files as part of an address: no letter beyond a to z, and no folder.
#[must_use]
pub fn slug(id: &str) -> String {
    let mut slug = String::new();
    let mut bytes = [0; 4];
    for letter in id.chars() {
        slug.push_str(match letter {
            'æ' => "ae",
            'ø' => "oe",
            'å' => "aa",
            '/' => "-",
            other => other.encode_utf8(&mut bytes),
        });
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn every_host_and_file_system_can_write_it() {
        assert_eq!(slug("pbl/29-4-høyde"), "pbl-29-4-hoeyde");
        assert_eq!(slug("påbygg"), "paabygg");
        assert_eq!(slug("æ"), "ae");
    }
}
