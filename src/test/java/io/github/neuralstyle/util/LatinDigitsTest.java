package io.github.neuralstyle.util;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LatinDigitsTest {

    private final Locale before = Locale.getDefault(), format = Locale.getDefault(Locale.Category.FORMAT);

    @AfterEach
    void restore() {
        Locale.setDefault(before);
        Locale.setDefault(Locale.Category.FORMAT, format);
    }

    static Locale[] all() {
        return Locale.getAvailableLocales();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyLocaleOfJava(Locale locale) {
        Locale.setDefault(locale);
        LatinDigits.use();
        assertEquals("a_1234567890", String.format("a_%d", 1234567890));
        assertEquals(locale, Locale.getDefault(Locale.Category.DISPLAY));
        assertEquals(
                locale.getCountry(), Locale.getDefault(Locale.Category.FORMAT).getCountry());
    }

    @Test
    void theThaiLocaleOfOldJava() {
        Locale.setDefault(new Locale("th", "TH", "TH"));
        LatinDigits.use();
        assertEquals("_42", String.format("_%d", 42));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "en-US", "tr-TR", "ja-JP"})
    void othersStayAsTheyAre(String tag) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        LatinDigits.use();
        assertEquals(Locale.forLanguageTag(tag), Locale.getDefault(Locale.Category.FORMAT));
    }
}
