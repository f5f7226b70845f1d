//! The container: a header, then named sections one after the other.
//!
//! ```text
//! magic     8 bytes  "GALLEYNN"
//! version   u32      1
//! checksum  u32      CRC-32 (as zlib's) of everything after it
//! sections, each:
//!   name    16 bytes, the rest of them zero
//!   length  u32
//!   body
//! ```
//!
//! Numbers stand with their least byte first. What is in a section is told by who reads it.

use super::ModelError;
use super::bytes::Bytes;

const MAGIC: &[u8; 8] = b"GALLEYNN";
const VERSION: u32 = 1;
const NAME: usize = 16;

/// The sections of a file, in order. A name may come several times.
pub(super) struct Sections<'b>(Vec<(&'b [u8], Bytes<'b>)>);

impl<'b> Sections<'b> {
    /// Reads the header and cuts the rest into sections.
    pub(super) fn read(file: &'b [u8]) -> Result<Self, ModelError> {
        let mut bytes = Bytes(file);
        if bytes.take(MAGIC.len())? != MAGIC {
            return Err(ModelError::NotAModel);
        }
        let version = bytes.u32()?;
        if version != VERSION {
            return Err(ModelError::Version(version));
        }
        if bytes.u32()? != checksum(bytes.0) {
            return Err(ModelError::Checksum);
        }
        let mut sections = Vec::new();
        while !bytes.0.is_empty() {
            let name = bytes.take(NAME)?;
            let end = name.iter().position(|byte| *byte == 0).unwrap_or(NAME);
            let length = bytes.count()?;
            sections.push((&name[..end], Bytes(bytes.take(length)?)));
        }
        Ok(Self(sections))
    }

    /// An error when a section bears none of these names.
    pub(super) fn only(&self, names: &[&str]) -> Result<(), ModelError> {
        let is_known = |name: &[u8]| names.iter().any(|known| known.as_bytes() == name);
        if self.0.iter().all(|(name, _)| is_known(name)) {
            Ok(())
        } else {
            Err(ModelError::Shape("a section"))
        }
    }

    /// The sections of a name.
    pub(super) fn all(&self, name: &str) -> impl Iterator<Item = Bytes<'b>> {
        self.0.iter().filter(move |(own, _)| *own == name.as_bytes()).map(|(_, body)| *body)
    }

    /// The first section of a name.
    pub(super) fn first(&self, name: &str) -> Option<Bytes<'b>> {
        self.all(name).next()
    }
}

/// The checksum that a file bears of what comes after it: CRC-32, as zlib has it.
pub fn checksum(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: u8| TABLE[0][(crc as u8 ^ byte) as usize] ^ (crc >> 8);
    // Eight bytes at a time: the model is there before the first article is read.
    let (eights, rest) = bytes.as_chunks::<8>();
    let mut crc = u32::MAX;
    for eight in eights {
        let [a, b, c, d, e, f, g, h] = *eight;
        let low = (crc ^ u32::from_le_bytes([a, b, c, d])).to_le_bytes();
        let all = [low[0], low[1], low[2], low[3], e, f, g, h];
        crc = (0..8).fold(0, |sum, at| sum ^ TABLE[7 - at][all[at] as usize]);
    }
    !rest.iter().fold(crc, |crc, byte| step(crc, *byte))
}

/// What a byte does to the checksum, by the number of bytes after it in its group of eight.
static TABLE: [[u32; 256]; 8] = table();

const fn table() -> [[u32; 256]; 8] {
    let mut table = [[0; 256]; 8];
    let mut byte = 0;
    while byte < 256 {
        let mut crc = byte as u32;
        let mut bit = 0;
        while bit < 8 {
            crc = if crc & 1 == 1 { 0xedb8_8320 ^ (crc >> 1) } else { crc >> 1 };
            bit += 1;
        }
        table[0][byte] = crc;
        byte += 1;
    }
    let mut after = 1;
    while after < 8 {
        let mut byte = 0;
        while byte < 256 {
            let crc = table[after - 1][byte];
            table[after][byte] = table[0][(crc & 0xff) as usize] ^ (crc >> 8);
            byte += 1;
        }
        after += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::{ModelError, Sections, checksum};

    #[test]
    fn the_checksum_is_that_of_zlib() {
        assert_eq!(checksum(b""), 0);
        assert_eq!(checksum(b"123456789"), 0xcbf4_3926);
        assert_eq!(checksum(b"The quick brown fox jumps over the lazy dog"), 0x414f_a339);
    }

    #[test]
    fn each_damage_has_its_own_error() {
        let error = |file: &[u8]| Sections::read(file).err();
        assert_eq!(error(b"GALLEY"), Some(ModelError::Truncated));
        assert_eq!(error(b"<!doctype html>"), Some(ModelError::NotAModel));
        assert_eq!(error(b"GALLEYNN\x02\0\0\0\0\0\0\0"), Some(ModelError::Version(2)));
        assert_eq!(error(b"GALLEYNN\x01\0\0\0\x01\0\0\0"), Some(ModelError::Checksum));
        assert_eq!(error(b"GALLEYNN\x01\0\0\0\0\0\0\0"), None);
    }
}
