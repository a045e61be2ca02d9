package io.github.neuralstyle;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MemoryTest {

	private static final long GIGABYTE = 1_000_000_000;

	@Test
	void refusesWhatTheMachineCannotHoldAndNamesASizeThatItCan() {
		String message = assertThrows(IllegalArgumentException.class, () -> Memory.check(640, 480, 8000, 8 * GIGABYTE)).getMessage();
		assertTrue(message.startsWith("size is 8000; a picture of 8000x6000 pixels needs about 44 GB"), message);
		int most = Integer.parseInt(message.replaceAll(".*at most (\\d+)\\.", "$1"));
		assertDoesNotThrow(() -> Memory.check(640, 480, most, 8 * GIGABYTE));
		assertThrows(IllegalArgumentException.class, () -> Memory.check(640, 480, most + 10, 8 * GIGABYTE));
	}
}
