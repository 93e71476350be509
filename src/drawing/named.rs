//! Cases that the data names.

macro_rules! named {
    ($(#[$outer:meta])* $name:ident { $($(#[$inner:meta])* $case:ident = $key:literal,)* }) => {
        $(#[$outer])*
        #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
        pub enum $name {
            $($(#[$inner])* $case,)*
        }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$case,)*];

            /// The name in the data.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$case => $key,)*
                }
            }

            /// The one of this name.
            #[must_use]
            pub fn named(key: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.key() == key)
            }
        }
    };
}

pub(super) use named;
