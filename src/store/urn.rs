//! The urn: the ballots of the ballot that runs, written to the disk as each is cast, so that a program
//! that stops loses none. Nothing in it says who cast a ballot, when, or in which order. It is bound to
//! what the ballot is about, and its file goes once what was counted is kept elsewhere.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use rand::SeedableRng;
use rand::rngs::SysRng;
use rand::seq::SliceRandom;
use rand_pcg::Pcg64Mcg;
use serde::{Deserialize, Serialize};

use super::disk::{self, Disk};
use super::file::read_text;
use super::rights;
use crate::model::ballot::{Ballot, Vote};
use crate::model::{Knowledge, Problem, ProblemKind};

const URN: &str = "urn";
const LOCK: &str = "lock";
/// The version of what is in the file.
const FORMAT: u32 = 1;

/// What a ballot is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Poll {
    /// The name of the company.
    pub company: String,
    /// The fingerprint of the knowledge base.
    pub knowledge: String,
    /// Which ballot on this company it is, from 1 on.
    pub round: u32,
    /// The place of the scenario that is looked at.
    pub scenario: usize,
}

/// The ballots that were cast so far.
#[derive(Debug)]
pub struct Urn {
    poll: Poll,
    /// How many ballots it takes.
    most: usize,
    cast: Vec<Cast>,
    disk: Disk,
    /// Where they are kept; `None` for nowhere but here.
    place: Option<Locked>,
    /// Under which names other devices find it, if they do.
    names: Option<String>,
    /// Whether it was emptied: nothing is cast any more.
    closed: bool,
}

/// A ballot, and the device that it came from, if it came from one.
#[derive(Clone, Debug)]
struct Cast {
    device: Option<String>,
    ballot: Ballot,
}

/// A file that one window uses. A file whose lock is free was left by a window that died.
#[derive(Debug)]
struct Locked {
    urn: PathBuf,
    _lock: File,
}

/// The file of an urn that was emptied. It stays until it is discarded: what was in the urn is by then
/// kept elsewhere, or given up. One that is merely dropped is offered again.
#[derive(Debug)]
pub struct Spent(Option<Locked>);

/// An urn that a window has left without counting it.
#[derive(Debug)]
pub struct LeftUrn {
    locked: Locked,
    /// What it is about and how many ballots are in it; or why it cannot be read.
    pub content: Result<(Poll, usize), Problem>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct UrnFile {
    format: u32,
    poll: Poll,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    names: Option<String>,
    ballots: Vec<BallotFile>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct BallotFile {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    device: Option<String>,
    votes: Vec<Option<Vote>>,
}

/// Only the version, so that a newer file is refused by it.
#[derive(Deserialize)]
struct Head {
    format: u32,
}

impl Urn {
    /// An empty urn for at most so many ballots, kept in a folder; without one it is nowhere but here.
    ///
    /// # Errors
    /// Where the folder cannot be used.
    pub fn open(folder: Option<&Path>, disk: Disk, poll: Poll, most: usize) -> io::Result<Self> {
        let place = folder.map(Locked::new).transpose()?;
        Ok(Self {
            disk,
            place,
            ..Self::in_memory(poll, most)
        })
    }

    /// An empty urn whose ballots are nowhere but here.
    pub fn in_memory(poll: Poll, most: usize) -> Self {
        Self {
            poll,
            most,
            cast: Vec::new(),
            disk: Disk::default(),
            place: None,
            names: None,
            closed: false,
        }
    }

    /// What it is about.
    pub fn poll(&self) -> &Poll {
        &self.poll
    }

    /// How many ballots are in it.
    pub fn len(&self) -> usize {
        self.cast.len()
    }

    /// Whether nothing was cast.
    pub fn is_empty(&self) -> bool {
        self.cast.is_empty()
    }

    /// Whether its ballots outlive the program.
    pub fn is_kept(&self) -> bool {
        self.place.is_some()
    }

    /// What a device has cast.
    pub fn cast_by(&self, device: &str) -> Option<&Ballot> {
        let cast = self.cast.iter();
        let mut own = cast.filter(|cast| cast.device.as_deref() == Some(device));
        own.next().map(|cast| &cast.ballot)
    }

    /// What devices have cast, each by its name.
    pub fn by_device(&self) -> impl Iterator<Item = (&str, &Ballot)> {
        let cast = self.cast.iter();
        cast.filter_map(|cast| Some((cast.device.as_deref()?, &cast.ballot)))
    }

    /// Under which names other devices find it.
    pub fn names(&self) -> Option<&str> {
        self.names.as_deref()
    }

    /// Keeps the names under which other devices find it, so that they do so again after a stop.
    ///
    /// # Errors
    /// Where they could not be kept; the urn is then as it was.
    pub fn name(&mut self, names: String) -> io::Result<()> {
        if let Some(place) = &self.place {
            place.write(&self.disk, &self.poll, Some(&names), &self.cast)?;
        }
        self.names = Some(names);
        Ok(())
    }

    /// Takes a ballot; it is on the disk when this returns. A device that casts again replaces its own.
    ///
    /// # Errors
    /// Where it could not be kept, the urn is full or the ballot is over; the urn is then as it was.
    pub fn put(&mut self, device: Option<String>, ballot: Ballot) -> io::Result<()> {
        self.put_all(vec![(device, ballot)])
    }

    /// Takes ballots that came together, in one writing: as [`Self::put`], all or none of them.
    ///
    /// # Errors
    /// As [`Self::put`].
    pub fn put_all(&mut self, ballots: Vec<(Option<String>, Ballot)>) -> io::Result<()> {
        if self.closed {
            return Err(io::Error::other("the ballot is over"));
        }
        let mut cast = self.cast.clone();
        for (device, ballot) in ballots {
            let own = |own: &Cast| device.is_some() && own.device == device;
            match cast.iter().position(own) {
                Some(own) => cast[own].ballot = ballot,
                None if cast.len() >= self.most => {
                    return Err(io::Error::other("the urn is full"));
                }
                None => cast.push(Cast { device, ballot }),
            }
        }
        shuffle(&mut cast)?;
        if let Some(place) = &self.place {
            place.write(&self.disk, &self.poll, self.names.as_deref(), &cast)?;
        }
        self.cast = cast;
        Ok(())
    }

    /// Empties the urn, in an order that says nothing, and nothing more is cast. Its file is for the caller
    /// to discard.
    pub fn take(&mut self) -> (Vec<Ballot>, Spent) {
        self.closed = true;
        let mut cast = std::mem::take(&mut self.cast);
        // They were shuffled as the last of them came; if the system has no more chance to give now,
        // that order says as little.
        let _ = shuffle(&mut cast);
        let ballots = cast.into_iter().map(|cast| cast.ballot).collect();
        (ballots, Spent(self.place.take()))
    }

    /// The urns that windows have left in a folder without counting them, the oldest first. Each is held
    /// from now on, so that no other window offers it.
    pub fn left(folder: &Path) -> Vec<LeftUrn> {
        let Ok(entries) = fs::read_dir(folder) else {
            return Vec::new();
        };
        let mut urns: Vec<PathBuf> = entries
            .flatten()
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|end| end == URN))
            .collect();
        urns.sort_by_key(|path| fs::metadata(path).and_then(|data| data.modified()).ok());
        let held = urns.into_iter().filter_map(|urn| Locked::take(urn).ok());
        held.map(|locked| LeftUrn {
            content: read(&locked.urn).map(|file| (file.poll, file.ballots.len())),
            locked,
        })
        .collect()
    }

    /// Why nothing could be kept, as it is told.
    pub fn trouble(error: &io::Error) -> Problem {
        Problem::whole("", disk::failed(error))
    }
}

impl Spent {
    /// Removes the file, and all that was in the urn.
    pub fn discard(self) {
        if let Some(place) = self.0 {
            place.remove();
        }
    }
}

impl LeftUrn {
    /// Goes on with it, for at most so many ballots.
    ///
    /// # Errors
    /// The urn itself and why it cannot be read.
    pub fn reopen(
        self,
        knowledge: &Knowledge,
        disk: Disk,
        most: usize,
    ) -> Result<Urn, Box<(Self, Problem)>> {
        let name = self.locked.urn.display().to_string();
        let read = read(&self.locked.urn).and_then(|file| {
            if file.poll.knowledge != knowledge.fingerprint {
                return Err(unfit(&name));
            }
            let ballots = file.ballots.into_iter().map(|cast| {
                let ballot = Ballot::of(knowledge, cast.votes)?;
                Some(Cast {
                    device: cast.device,
                    ballot,
                })
            });
            let cast: Option<Vec<Cast>> = ballots.collect();
            let cast = cast.ok_or_else(|| unfit(&name))?;
            Ok((file.poll, file.names, cast))
        });
        match read {
            Ok((poll, names, cast)) => Ok(Urn {
                poll,
                most,
                cast,
                disk,
                place: Some(self.locked),
                names,
                closed: false,
            }),
            Err(problem) => Err(Box::new((self, problem))),
        }
    }

    /// Removes it, and all that is in it.
    pub fn discard(self) {
        self.locked.remove();
    }
}

impl Locked {
    fn new(folder: &Path) -> io::Result<Self> {
        disk::own_folder(folder)?;
        rights::for_owner_alone(folder);
        let suffix = format!(".{LOCK}");
        let mut builder = tempfile::Builder::new();
        let lock = builder.prefix("urn-").suffix(&suffix).tempfile_in(folder)?;
        lock.as_file().try_lock()?;
        let (lock, path) = lock.keep().map_err(|failed| failed.error)?;
        Ok(Self {
            urn: path.with_extension(URN),
            _lock: lock,
        })
    }

    /// Takes over the file of a window that died.
    fn take(urn: PathBuf) -> io::Result<Self> {
        let mut options = OpenOptions::new();
        let lock = options.create(true).truncate(false).write(true);
        let lock = lock.open(urn.with_extension(LOCK))?;
        lock.try_lock()?;
        Ok(Self { urn, _lock: lock })
    }

    fn write(
        &self,
        disk: &Disk,
        poll: &Poll,
        names: Option<&str>,
        cast: &[Cast],
    ) -> io::Result<()> {
        let ballots = cast.iter().map(|cast| BallotFile {
            device: cast.device.clone(),
            votes: cast.ballot.votes().to_vec(),
        });
        let file = UrnFile {
            format: FORMAT,
            poll: poll.clone(),
            names: names.map(str::to_owned),
            ballots: ballots.collect(),
        };
        let text = ron::to_string(&file).map_err(io::Error::other)?;
        disk.write_own(&self.urn, text.as_bytes())
    }

    fn remove(self) {
        let _ = fs::remove_file(&self.urn);
    }
}

/// However a window ends, its lock goes; its urn stays unless it was counted or given up.
impl Drop for Locked {
    fn drop(&mut self) {
        let _ = fs::remove_file(self.urn.with_extension(LOCK));
    }
}

/// Puts them in an order by chance that the system gives.
fn shuffle(cast: &mut [Cast]) -> io::Result<()> {
    let mut chance = Pcg64Mcg::try_from_rng(&mut SysRng).map_err(io::Error::other)?;
    cast.shuffle(&mut chance);
    Ok(())
}

fn read(urn: &Path) -> Result<UrnFile, Problem> {
    let name = urn.display().to_string();
    let text = read_text(urn)?;
    let head: Head = ron::from_str(&text).ok().ok_or_else(|| unfit(&name))?;
    let (found, known) = (head.format, FORMAT);
    if found > known {
        let kind = ProblemKind::NewerFormat { found, known };
        return Err(Problem::whole(&name, kind));
    }
    ron::from_str(&text)
        .ok()
        .filter(|_| found == known)
        .ok_or_else(|| unfit(&name))
}

/// It is no urn that this program has written for this knowledge base.
fn unfit(name: &str) -> Problem {
    Problem::whole(name, ProblemKind::NoUrn)
}
