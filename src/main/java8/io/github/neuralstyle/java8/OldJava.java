package io.github.neuralstyle.java8;

/** Whether this Java is older than the rest of this program needs. */
final class OldJava {

    private static final int NEEDED = 17;

    private OldJava() {}

    static boolean isHere() {
        return isOld(System.getProperty("java.specification.version"));
    }

    /** @param version 1.8 for Java 8, 11 for Java 11 */
    static boolean isOld(String version) {
        return version.startsWith("1.") || Integer.parseInt(version) < NEEDED;
    }

    /** What to do about it, in a sentence. */
    static String sentence() {
        return "Neural Style needs Java " + NEEDED + " or newer, and this ImageJ runs on Java "
                + System.getProperty("java.specification.version")
                + "; take a current Fiji from https://fiji.sc, which brings a newer Java, and leave this one as it is.";
    }
}
