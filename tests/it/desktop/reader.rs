//! What hears a window and presses its controls over the bus of screen readers (AT-SPI).

use super::bus::Bus;
use super::until;
use zbus::blocking::{Connection, Proxy, connection::Builder, proxy};
use zbus::proxy::CacheProperties;
use zbus::zvariant::OwnedObjectPath;

const ACCESSIBLE: &str = "org.a11y.atspi.Accessible";
/// What AT-SPI calls `ATSPI_ROLE_HEADING`.
pub const HEADING: u32 = 83;
pub const VALUE: &str = "org.a11y.atspi.Value";
const ACTION: &str = "org.a11y.atspi.Action";

/// Something on screen: whose it is, and its place on the bus.
pub type Node = (String, OwnedObjectPath);

pub struct Reader {
    bus: Connection,
}

impl Reader {
    /// A screen reader on this session: programs that start from now on tell it what they show.
    pub fn new(session: &Bus) -> Self {
        let bus = Builder::address(session.address.as_str())
            .and_then(Builder::build)
            .unwrap();
        let status = Proxy::new(&bus, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Status").unwrap();
        status.set_property("IsEnabled", true).unwrap();
        status.set_property("ScreenReaderEnabled", true).unwrap();
        let launcher = Proxy::new(&bus, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus").unwrap();
        let address: String = launcher.call("GetAddress", &()).unwrap();
        let bus = Builder::address(address.as_str())
            .and_then(Builder::build)
            .unwrap();
        Self { bus }
    }

    pub fn ask(&self, (owner, path): &Node, interface: &'static str) -> Proxy<'_> {
        // Some have no properties to remember.
        proxy::Builder::new(&self.bus)
            .destination(owner.clone())
            .and_then(|proxy| proxy.path(path.clone()))
            .and_then(|proxy| proxy.interface(interface))
            .map(|proxy| proxy.cache_properties(CacheProperties::No))
            .and_then(proxy::Builder::build)
            .unwrap()
    }

    /// Everything under a node that can be found now, with its role and its name.
    pub fn heard(&self, under: Node) -> Vec<(u32, String, Node)> {
        let mut left = vec![under];
        let mut heard = Vec::new();
        while let Some(node) = left.pop() {
            let accessible = self.ask(&node, ACCESSIBLE);
            // What was there may be gone with the next frame.
            let children: zbus::Result<Vec<Node>> = accessible.call("GetChildren", &());
            let role: zbus::Result<u32> = accessible.call("GetRole", &());
            let name: zbus::Result<String> = accessible.get_property("Name");
            if let (Ok(children), Ok(role), Ok(name)) = (children, role, name) {
                left.extend(children);
                // As anyone would say it, whatever holds the words together.
                heard.push((role, name.replace(['\u{a0}', '\u{202f}'], " "), node));
            }
        }
        heard
    }

    /// Waits until something is heard whose name begins so, and gives the whole name.
    pub fn hears(&self, begin: &str) -> String {
        until(begin, || {
            let heard = self.heard(desktop());
            let mut names = heard.into_iter().map(|(_, name, _)| name);
            names.find(|name| name.starts_with(begin))
        })
    }

    /// Presses what has this name, as someone does who cannot use a mouse.
    pub fn press(&self, name: &str) {
        until(name, || {
            let heard = self.heard(desktop());
            let (.., node) = heard.into_iter().find(|(_, found, node)| {
                let actions = self.ask(node, ACTION).get_property::<i32>("NActions");
                found == name && actions.is_ok_and(|count| count > 0)
            })?;
            let done: bool = self.ask(&node, ACTION).call("DoAction", &0i32).ok()?;
            done.then_some(())
        });
    }
}

/// What is above all windows.
pub fn desktop() -> Node {
    let root = "/org/a11y/atspi/accessible/root";
    (
        "org.a11y.atspi.Registry".to_owned(),
        OwnedObjectPath::try_from(root).unwrap(),
    )
}
