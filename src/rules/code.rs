//! The sorts of problems, each with a name that stays the same whatever the message says.

/// How bad it is.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Severity {
    /// The rules cannot be used as they are.
    Error,
    /// Worth mending, and nothing stops for it.
    Warning,
}

impl Severity {
    /// As a lawyer reads it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "feil",
            Self::Warning => "advarsel",
        }
    }
}

macro_rules! codes {
    ($($(#[$about:meta])* $code:ident = $name:literal,)+) => {
        /// What sort of problem it is.
        #[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
        pub enum Code {
            $($(#[$about])* $code,)+
        }

        impl Code {
            /// Every sort.
            pub const ALL: &[Self] = &[$(Self::$code,)+];

            /// Its name in output, in the tests and in the documentation.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$code => $name,)+
                }
            }
        }
    };
}

codes! {
    /// A file with letters in another Unicode form than NFC.
    NotNfc = "ikke-nfc",
    /// A file that cannot be opened, or is not text.
    UnreadableFile = "ulesbar-fil",
    /// Not JSON at all.
    NotJson = "ugyldig-json",
    /// A key that does not belong where it stands.
    UnknownKey = "ukjent-nøkkel",
    /// A key that must be there.
    MissingKey = "manglende-nøkkel",
    /// A key that stands twice.
    DoubleKey = "dobbel-nøkkel",
    /// A word that is not one of those that may stand there.
    UnknownWord = "ukjent-verdi",
    /// A text where a list should be, or the like.
    WrongShape = "feil-form",
    /// A file that must be there.
    MissingFile = "manglende-fil",
    /// A text without words, or with a line break.
    EmptyText = "tom-tekst",
    /// No such concept.
    UnknownConcept = "ukjent-begrep",
    /// No such rule.
    UnknownRule = "ukjent-regel",
    /// No such consequence.
    UnknownConsequence = "ukjent-følge",
    /// No such table.
    UnknownTable = "ukjent-tabell",
    /// No such kind of work.
    UnknownProject = "ukjent-tiltak",
    /// No such base for examples.
    UnknownBase = "ukjent-grunnlag",
    /// No such option.
    UnknownOption = "ukjent-valg",
    /// Nobody of this name can be asked.
    UnknownWhom = "ukjent-kontakt",
    /// A blank that nothing fills.
    UnknownPlaceholder = "ukjent-plassholder",
    /// Two things with one name.
    TwoOfOneId = "samme-id",
    /// What no line can be drawn from.
    NotADrawing = "ugyldig-tegning",
    /// Files of one folder about different rules.
    IdOfFolder = "ulik-id-i-mappen",
    /// Not a day of the calendar.
    NotADate = "ugyldig-dato",
    /// A file that is not named by its date.
    FileName = "feil-filnavn",
    /// Two versions in force on one day.
    Overlap = "datoer-overlapper",
    /// Days between two versions without either.
    Gap = "datoer-med-hull",
    /// Rows of a table not by date.
    RowsOutOfOrder = "rader-i-uorden",
    /// A concept both asked and derived, or neither.
    QuestionOrDerived = "spørsmål-eller-utledet",
    /// A measure without a unit.
    MissingUnit = "manglende-enhet",
    /// A unit on what is not a measure.
    UnitOfNoMeasure = "enhet-uten-mål",
    /// A choice without options.
    NoOptions = "valg-uten-liste",
    /// More options than there is room for.
    TooManyOptions = "for-mange-valg",
    /// More concepts than there is room for.
    TooManyConcepts = "for-mange-begreper",
    /// A quick answer on what is not a number.
    QuickOfNoMeasure = "hurtigsvar-uten-mål",
    /// Something that nobody can change by degrees, or that is not theirs to change.
    ChangeOfNoMeasure = "endring-uten-mål",
    /// Not a quick answer.
    NotAQuickAnswer = "ugyldig-hurtigsvar",
    /// Something else than a number derived.
    DerivedNoNumber = "utledet-uten-tall",
    /// A number to be borrowed that is none.
    LoanedNumber = "ugyldig-tall",
    /// A concept asked nowhere, or twice, or derived and asked.
    Steps = "begrep-uten-steg",
    /// A kind of work on no shelf, or on two.
    Shelves = "tiltak-uten-hylle",
    /// A kind of work that belongs to itself.
    OftenWithItself = "hører-til-seg-selv",
    /// Concepts derived from themselves.
    ConceptCircle = "begreper-i-ring",
    /// Rules that presuppose themselves.
    RuleCircle = "regler-i-ring",
    /// More or less than one key in a requirement.
    OneKey = "ett-krav-om-gangen",
    /// A list of requirements with fewer than two.
    TooFewParts = "for-få-krav",
    /// Neither yes nor no.
    YesOrNo = "ikke-ja-eller-nei",
    /// A requirement of another kind than its concept.
    KindMismatch = "krav-passer-ikke",
    /// A word that cannot be said of an option.
    OptionOperator = "feil-ord-om-valg",
    /// A word that cannot be said of a number or date.
    NumberOperator = "feil-ord-om-tall",
    /// A limit of an unknown shape.
    BoundShape = "feil-grense",
    /// An unknown key in a limit.
    BoundKey = "ukjent-nøkkel-i-grense",
    /// Not a fraction.
    Fraction = "ugyldig-brøk",
    /// A concept that is not a date.
    NotADateConcept = "ikke-datobegrep",
    /// A raise of an unknown shape.
    RaisedShape = "feil-økning",
    /// A concept in another unit.
    OtherUnit = "annen-enhet",
    /// A number in another unit, or not written as the law does.
    WrongUnit = "feil-enhet",
    /// A derived value of an unknown shape.
    ValueShape = "feil-verdi",
    /// Not an answer to what is asked.
    NotAnAnswer = "ugyldig-svar",
    /// Options limited where there are none.
    NothingToLimit = "ingen-valg-å-begrense",
    /// A quote that is not the law's words.
    QuoteNotInWording = "sitat-ikke-i-ordlyden",
    /// A condition of a law that was read, without a quote.
    NoQuote = "vilkår-uten-sitat",
    /// A quote of a law that was not read.
    QuoteUnread = "sitat-uten-ordlyd",
    /// A sentence of the law that nothing takes up.
    NotAccounted = "ordlyd-uten-vilkår",
    /// A limit that its quote does not name.
    LimitNotInQuote = "grense-ikke-i-sitatet",
    /// Dates of a check that cannot be right.
    CheckDates = "kontroll-datoer",
    /// One person twice where two are asked for.
    SamePerson = "kontrollert-av-samme",
    /// Languages with different placeholders.
    Placeholders = "ulike-plassholdere",
    /// A number written into a text.
    LooseDigit = "tall-i-tekst",
    /// A concept that no rule reads.
    UnusedConcept = "ubrukt-begrep",
    /// A consequence that cannot come about.
    UnusedConsequence = "ubrukt-følge",
    /// A rule that is never tried.
    UnusedRule = "ubrukt-regel",
    /// A table that no rule reads.
    UnusedTable = "ubrukt-tabell",
    /// A base that no example builds on.
    UnusedBase = "ubrukt-grunnlag",
    /// A word of the interface that is never shown.
    UnusedWord = "ubrukt-ord",
    /// An option that makes no difference to any rule.
    UnreachedOption = "valg-ingen-regel-når",
    /// A quick answer that leaves a limit open.
    QuickLeavesOpen = "hurtigsvar-avgjør-ikke",
    /// A name in a working that is no measure and no step before it.
    UnknownTerm = "ukjent-ledd",
    /// What cannot be done with so many, or with all parts at once.
    TermShape = "feil-ledd",
    /// Units that do not fit together, or not the concept.
    WorkingUnits = "utregning-enhet",
    /// A working, a measure or a repetition of no shape.
    WorkingShape = "utregning-form",
    /// A concept that is worked out in two ways.
    TwoWorkings = "to-utregninger",
    /// A measure or a step that nothing is made of.
    UnusedTerm = "ubrukt-ledd",
    /// Examples about neither or both of a rule and a kind of work.
    ExampleSubject = "eksempel-om-hva",
    /// An answer taken away that was not given.
    NotAnswered = "uten-som-ikke-er-besvart",
    /// An answer in an example that cannot be read.
    ExampleAnswer = "ugyldig-eksempelsvar",
    /// Rules that say otherwise than an example.
    ExampleDiffers = "eksempel-stemmer-ikke",
    /// An example of another day than its rule.
    ExampleDate = "eksempel-utenfor-tiden",
    /// A condition that no example breaks alone.
    NotBrokenAlone = "vilkår-uten-eksempel",
    /// A limit without examples on both sides.
    LimitUntried = "grense-uten-eksempel",
    /// A long sentence.
    LongSentence = "lang-setning",
    /// A text that is heavy to read.
    HeavyText = "tung-tekst",
    /// A word of the office.
    OfficeWord = "kansellispråk",
    /// Two negations in a sentence.
    DoubleNegation = "dobbel-nekting",
}

impl Code {
    /// How bad a problem of this sort is.
    #[must_use]
    pub const fn severity(self) -> Severity {
        match self {
            Self::LongSentence | Self::HeavyText | Self::OfficeWord | Self::DoubleNegation => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// Whether it is about a key and not about what stands behind it.
    pub(crate) const fn is_of_the_key(self) -> bool {
        matches!(self, Self::UnknownKey | Self::DoubleKey | Self::UnknownConcept | Self::NumberOperator)
    }
}
