package io.github.neuralstyle.plot;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FontsTest {

    @Test
    void theyAreHere() {
        assertDoesNotThrow(() -> Fonts.check());
    }

    @Test
    void everyWayInWhichJavaFailsIsSaidInWords() {
        String reason = "Fontconfig head is null, check your fonts";
        for (Throwable failure : List.of(
                new UnsatisfiedLinkError(reason),
                new InternalError(new InvocationTargetException(new RuntimeException(reason))),
                new NullPointerException(reason),
                new NoClassDefFoundError(reason))) {
            String message = assertThrows(
                            IOException.class,
                            () -> Fonts.check(() -> {
                                if (failure instanceof Error error) throw error;
                                throw (Exception) failure;
                            }))
                    .getMessage();
            assertTrue(message.contains("(" + reason + ")") && message.contains("install fontconfig"), message);
        }
    }

    @Test
    void tooLittleMemoryIsAnotherFailure() {
        OutOfMemoryError full = new OutOfMemoryError("heap");
        assertEquals(
                full,
                assertThrows(
                        OutOfMemoryError.class,
                        () -> Fonts.check(() -> {
                            throw full;
                        })));
    }
}
