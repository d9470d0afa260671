//! Where a request came from, as far as it can be believed.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use axum::extract::{ConnectInfo, Request};
use axum::http::HeaderMap;

use crate::config::Config;

/// The other end of the connection.
pub fn peer(request: &Request) -> Option<IpAddr> {
    let info = request.extensions().get::<ConnectInfo<SocketAddr>>()?;
    Some(info.0.ip())
}

/// The client's network address. A proxy that we trust says whom it speaks for; the nearest address that
/// is no proxy of ours is the client. An IPv6 network belongs to one customer, so its /64 counts as one.
pub fn of(config: &Config, headers: &HeaderMap, peer: Option<IpAddr>) -> String {
    let Some(peer) = peer else {
        return String::new();
    };
    let proxies = config.proxies().unwrap_or_default();
    let ours = |address: &IpAddr| proxies.iter().any(|net| net.contains(address));
    let mut client = peer.to_canonical();
    if ours(&client) {
        let said = headers
            .get_all("x-forwarded-for")
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|line| line.split(','))
            .filter_map(|part| part.trim().parse::<IpAddr>().ok())
            .map(|address| address.to_canonical());
        let said: Vec<_> = said.collect();
        client = said
            .iter()
            .rev()
            .find(|address| !ours(address))
            .copied()
            .unwrap_or(client);
    }
    match client {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let mut segments = address.segments();
            segments[4..].fill(0);
            format!("{}/64", Ipv6Addr::from(segments))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(proxies: &str) -> Config {
        Config::from_sources(None, [("TRUSTED_PROXIES".to_owned(), proxies.to_owned())]).unwrap()
    }

    fn said(line: &str) -> HeaderMap {
        HeaderMap::from_iter([("x-forwarded-for".parse().unwrap(), line.parse().unwrap())])
    }

    fn ip(text: &str) -> Option<IpAddr> {
        text.parse().ok()
    }

    #[test]
    fn a_stranger_is_not_believed() {
        let headers = said("1.2.3.4");
        assert_eq!(of(&config(""), &headers, ip("9.9.9.9")), "9.9.9.9");
        assert_eq!(
            of(&config("10.0.0.0/8"), &headers, ip("9.9.9.9")),
            "9.9.9.9"
        );
    }

    #[test]
    fn a_proxy_of_ours_says_whom_it_speaks_for() {
        let config = config("10.0.0.0/8");
        assert_eq!(of(&config, &said("1.2.3.4"), ip("10.0.0.1")), "1.2.3.4");
        // What the client itself put in front is not believed.
        assert_eq!(
            of(&config, &said("6.6.6.6, 1.2.3.4, 10.0.0.9"), ip("10.0.0.1")),
            "1.2.3.4"
        );
        assert_eq!(of(&config, &said("nonsense"), ip("10.0.0.1")), "10.0.0.1");
    }

    #[test]
    fn a_network_of_the_new_kind_is_one_customer() {
        let headers = HeaderMap::new();
        let of = |text| of(&config(""), &headers, ip(text));
        assert_eq!(of("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
        assert_eq!(of("::ffff:1.2.3.4"), "1.2.3.4");
    }
}
