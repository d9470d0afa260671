//! To come with the data.
