//! The custom element: attributes in, events out, mount and unmount.
