package io.github.neuralstyle.util;

import java.text.DecimalFormatSymbols;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Locale.Category;

/**
 * The digits 0 to 9 in all that Java formats by the default locale. TensorFlow Java numbers the operations of a graph by
 * the default locale, and TensorFlow accepts only these digits in their names.
 */
public final class LatinDigits {

    private LatinDigits() {}

    /** Gives this process's default locale for formatting Latin digits; language and country stay as they are. */
    public static void use() {
        Locale current = Locale.getDefault(Category.FORMAT);
        if (!areLatin(current)) Locale.setDefault(Category.FORMAT, with(current));
    }

    /** The same locale with Latin digits, or the root locale if there is none. */
    static Locale with(Locale locale) {
        try {
            Locale latin = new Locale.Builder()
                    .setLocale(locale)
                    .setUnicodeLocaleKeyword("nu", "latn")
                    .build();
            return areLatin(latin) ? latin : Locale.ROOT;
        } catch (IllformedLocaleException e) {
            return Locale.ROOT;
        }
    }

    private static boolean areLatin(Locale locale) {
        return DecimalFormatSymbols.getInstance(locale).getZeroDigit() == '0';
    }
}
