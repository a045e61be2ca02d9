package io.github.neuralstyle.download;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;

/** Which addresses are asked, and by which way. */
public final class Addresses {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private Addresses() {}

    /** Returns the address. @throws IllegalArgumentException if it is neither https nor http of this machine */
    public static URI check(URI address) {
        if (address.getHost() != null
                && address.getUserInfo() == null
                && ("https".equalsIgnoreCase(address.getScheme())
                        || "http".equalsIgnoreCase(address.getScheme()) && THIS_MACHINE.contains(address.getHost())))
            return address;
        throw illegal(address.toString());
    }

    /** Reads an address. @throws IllegalArgumentException if it is none, or as in {@link #check} */
    static URI parse(String text) {
        try {
            return check(new URI(text));
        } catch (URISyntaxException e) {
            throw illegal(text);
        }
    }

    private static IllegalArgumentException illegal(String address) {
        return new IllegalArgumentException("address is " + address + "; it must begin with https:// and name a host.");
    }

    /**
     * Where a redirection leads.
     *
     * @param location the header, absolute or relative
     * @throws IllegalArgumentException if it is not to be followed: away from https, or to what {@link #check} refuses
     */
    public static URI redirected(URI from, String location) {
        if (location.isBlank()) throw new IllegalArgumentException("address is missing; a redirection must name one.");
        URI to = check(from.resolve(location));
        if ("https".equalsIgnoreCase(from.getScheme()) && !"https".equalsIgnoreCase(to.getScheme()))
            throw new IllegalArgumentException("address is " + to + "; it must be https, as that which leads to it.");
        return to;
    }

    /** The proxy that Java's settings give for an address, as a phrase. */
    public static String proxy(URI address) {
        ProxySelector selector = ProxySelector.getDefault();
        List<Proxy> proxies = selector == null ? List.of() : selector.select(address);
        for (Proxy proxy : proxies)
            if (proxy.address() instanceof InetSocketAddress where)
                return "the proxy is " + where.getHostString() + ":" + where.getPort();
        return "Java knows of no proxy (-Dhttps.proxyHost=HOST -Dhttps.proxyPort=PORT sets one, "
                + "-Djava.net.useSystemProxies=true takes the system's)";
    }
}
