//! Smaller forms of the same bytes, made once so that no server needs to.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;

use super::failure::Failure;

/// Files that gain from it.
const COMPRESSIBLE: [&str; 8] = ["bin", "css", "html", "js", "json", "svg", "txt", "wasm"];

/// Puts a `.br` and a `.gz` beside every file of a folder that gains from it.
///
/// # Errors
/// Where a file cannot be read or written.
pub fn folder(folder: &Path) -> Result<(), Failure> {
    for path in files(folder).map_err(Failure::at("read", folder))? {
        let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        if COMPRESSIBLE.contains(&extension) {
            beside(&path).map_err(Failure::at("compress", &path))?;
        }
    }
    Ok(())
}

/// Every file under a folder, in order.
///
/// # Errors
/// Where a folder cannot be read.
pub fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn beside(path: &Path) -> io::Result<()> {
    let bytes = fs::read(path)?;
    fs::write(with_end(path, ".br"), brotli(&bytes)?)?;
    fs::write(with_end(path, ".gz"), gzip(&bytes)?)
}

/// The same path with more at its end.
#[must_use]
pub fn with_end(path: &Path, end: &str) -> PathBuf {
    let mut whole = path.as_os_str().to_owned();
    whole.push(end);
    PathBuf::from(whole)
}

/// Brotli at its best, as a static host would serve it.
///
/// # Errors
/// Only where memory fails.
pub fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut packed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..brotli::enc::BrotliEncoderParams::default()
    };
    brotli::BrotliCompress(&mut io::Cursor::new(bytes), &mut packed, &parameters)?;
    Ok(packed)
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail loudly")]
mod tests {
    use std::io::Read;

    use super::{brotli, gzip};

    #[test]
    fn what_is_packed_unpacks_to_the_same() {
        let text = "den som bygger, spør først. ".repeat(50);
        let mut unpacked = String::new();
        let packed = brotli(text.as_bytes()).unwrap();
        ::brotli::Decompressor::new(packed.as_slice(), 4096).read_to_string(&mut unpacked).unwrap();
        assert_eq!(unpacked, text);
        assert!(packed.len() < 100);
        let mut unpacked = String::new();
        flate2::read::GzDecoder::new(gzip(text.as_bytes()).unwrap().as_slice()).read_to_string(&mut unpacked).unwrap();
        assert_eq!(unpacked, text);
    }
}
