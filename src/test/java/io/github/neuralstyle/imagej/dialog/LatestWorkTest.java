package io.github.neuralstyle.imagej.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.neuralstyle.TestPictures;
import io.github.neuralstyle.image.Pixels;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LatestWorkTest {

    private static final Pixels FIRST = TestPictures.constant(1, 1, 1), SECOND = TestPictures.constant(1, 1, 2);

    private final BlockingQueue<Object> seen = new LinkedBlockingQueue<>();

    @Test
    void anotherPieceOfWorkEndsTheFirst() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        try (LatestWork work = new LatestWork(seen::add, seen::add)) {
            work.want(pictures -> {
                while (pictures.show(FIRST)) Thread.onSpinWait();
                ended.countDown();
                throw new IllegalArgumentException("of no interest any more");
            });
            assertEquals(FIRST, seen.take());
            work.want(pictures -> seen.add("passed over"));
            work.want(pictures -> pictures.show(SECOND));
            ended.await();
            assertEquals(SECOND, firstOther());
            assertEquals("", seen.take());
        }
    }

    private Object firstOther() throws InterruptedException {
        Object next = seen.take();
        while (next == FIRST) next = seen.take();
        return next;
    }

    @Test
    void whatGoesWrongIsSaidAndTheNextIsDone() throws InterruptedException {
        try (LatestWork work = new LatestWork(seen::add, seen::add)) {
            work.want(pictures -> {
                throw new IllegalArgumentException("size is 0.");
            });
            assertEquals("size is 0.", seen.take());
            work.want(pictures -> pictures.show(SECOND));
            assertEquals(SECOND, seen.take());
        }
    }

    @Test
    void closingEndsAllWork() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        LatestWork work = new LatestWork(seen::add, seen::add);
        work.want(pictures -> {
            while (pictures.show(FIRST)) Thread.onSpinWait();
            ended.countDown();
        });
        seen.take();
        work.close();
        ended.await();
        seen.clear();
        assertNull(seen.poll(50, TimeUnit.MILLISECONDS));
    }
}
