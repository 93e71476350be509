//! Every attribute in use. All elements share one list, so that Yew compares them place by place: a map for each element
//! would be more code.

macro_rules! names {
    ($($name:ident = $word:literal,)+) => {
        /// The name of an attribute.
        #[derive(Clone, Copy)]
        pub(super) enum Name {
            $($name,)+
        }

        /// How each is written, in the order in which elements get them.
        pub(super) const NAMES: &[&str] = &[$($word,)+];
    };
}

names! {
    Type = "type",
    Class = "class",
    DataField = "data-field",
    InputMode = "inputmode",
    Autocomplete = "autocomplete",
    Size = "size",
    Id = "id",
    RadioGroup = "name",
    Role = "role",
    TabIndex = "tabindex",
    For = "for",
    Href = "href",
    Target = "target",
    Rel = "rel",
    Lang = "lang",
    NoValidate = "novalidate",
    Open = "open",
    DataConcept = "data-begrep",
    DataColor = "data-color",
    DataSize = "data-size",
    DataVariant = "data-variant",
    ViewBox = "viewBox",
    Path = "d",
    Focusable = "focusable",
    Hidden = "aria-hidden",
    Invalid = "aria-invalid",
    Label = "aria-label",
    LabelledBy = "aria-labelledby",
    DescribedBy = "aria-describedby",
}
