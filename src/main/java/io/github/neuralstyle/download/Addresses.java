package io.github.neuralstyle.download;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;

/** Which addresses may be downloaded from, and through which proxy. */
public final class Addresses {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private Addresses() {}

    /** Returns the address. @throws IllegalArgumentException if it is neither https, nor http of this machine */
    public static URI check(URI address) {
        if (address.getHost() != null
                && address.getUserInfo() == null
                && (isHttps(address)
                        || "http".equalsIgnoreCase(address.getScheme()) && THIS_MACHINE.contains(address.getHost())))
            return address;
        throw illegal(address.toString());
    }

    private static boolean isHttps(URI address) {
        return "https".equalsIgnoreCase(address.getScheme());
    }

    /** Parses an address. @throws IllegalArgumentException if it is not valid, or {@link #check} refuses it */
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
     * The target of a redirection.
     *
     * @param location the header, absolute or relative
     * @throws IllegalArgumentException if it leads from https to http, or {@link #check} refuses it
     */
    public static URI redirected(URI from, String location) {
        if (location.isBlank()) throw new IllegalArgumentException("address is missing; a redirection must name one.");
        URI to = check(from.resolve(location));
        if (isHttps(from) && !isHttps(to))
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
