package io.github.neuralstyle.java8;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.service.AbstractService;
import org.scijava.service.SciJavaService;
import org.scijava.service.Service;

/**
 * Objects of which a context has one, made when first asked for and closed with the context. It stands for the services of
 * this program: SciJava loads the class of each service at its start, also in a Java that is too old for them.
 */
@Plugin(type = Service.class)
public class SharedObjects extends AbstractService implements SciJavaService {

    @Parameter
    private LogService log;

    private final Map<Class<?>, AutoCloseable> objects = new HashMap<>();

    /** The object of a class. @throws IllegalStateException if it cannot be made */
    public synchronized <T extends AutoCloseable> T get(Class<T> type, Callable<T> factory) {
        AutoCloseable object = objects.get(type);
        try {
            if (object == null) objects.put(type, object = factory.call());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return type.cast(object);
    }

    @Override
    public synchronized void dispose() {
        for (AutoCloseable object : objects.values())
            try {
                object.close();
            } catch (Exception e) {
                log.error(e);
            }
        objects.clear();
    }
}
