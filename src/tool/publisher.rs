//! Where the widget finds today's law: beside itself, or at an address that is built in.
//!
//! It is never an attribute. A host page that could name another law could make the law milder.

/// Where today's law is.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Publisher(Option<String>);

impl Publisher {
    /// At this address, which ends with `/regler/`.
    ///
    /// # Errors
    /// Says, in a sentence, what is wrong with the address.
    pub fn at(address: &str) -> Result<Self, String> {
        let plain = |letter: char| letter.is_ascii_alphanumeric() || "-._~:/".contains(letter);
        let safe = address.starts_with("https://") || address.starts_with("http://127.0.0.1:");
        if safe && address.ends_with("/regler/") && address.chars().all(plain) {
            return Ok(Self(Some(address.to_owned())));
        }
        Err(format!(
            "`{address}` er ikke en adresse til loven; skriv mappa der den ligger, slik: https://eksempel.no/regler/"
        ))
    }

    /// As the widget's script looks it up, from its own place.
    #[must_use]
    pub fn address(&self) -> &str {
        self.0.as_deref().unwrap_or("../regler/")
    }

    /// Whether it is somebody else's.
    #[must_use]
    pub fn is_elsewhere(&self) -> bool {
        self.0.is_some()
    }

    /// The site alone, as a content security policy names it; none where it is the widget's own.
    #[must_use]
    pub fn origin(&self) -> Option<&str> {
        let address = self.0.as_deref()?;
        let (scheme, rest) = address.split_once("://")?;
        let host = rest.split('/').next()?;
        address.get(..scheme.len() + "://".len() + host.len())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail loudly")]
mod tests {
    use super::Publisher;

    #[test]
    fn the_law_is_beside_the_widget_unless_an_address_is_built_in() {
        assert_eq!((Publisher::default().address(), Publisher::default().origin()), ("../regler/", None));
        let there = Publisher::at("https://bygg.example.no/ny/regler/").unwrap();
        assert_eq!(
            (there.address(), there.origin()),
            ("https://bygg.example.no/ny/regler/", Some("https://bygg.example.no"))
        );
    }

    #[test]
    fn what_is_no_folder_of_law_is_refused() {
        for address in ["http://x.no/regler/", "https://x.no/regler", "regler/", "https://x.no/\";alert()//regler/", ""]
        {
            assert!(Publisher::at(address).unwrap_err().contains(address), "{address}");
        }
    }
}
