package io.github.neuralstyle.imagej.imagej2;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.scijava.service.Service;

/** Calls of ImageJ2's methods, by their names. */
final class Reflection {

    private Reflection() {}

    /** The type of a name that the service's loader knows. */
    static Class<?> type(Service service, String name) {
        try {
            return Class.forName(name, false, service.getClass().getClassLoader());
        } catch (ClassNotFoundException e) {
            throw unexpected(e);
        }
    }

    /** Calls the method of a public type that takes such arguments. */
    static Object call(Object target, Class<?> type, String name, Object... arguments) {
        for (Method method : type.getMethods())
            if (method.getName().equals(name) && takes(method.getParameterTypes(), arguments))
                try {
                    return method.invoke(target, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause() instanceof RuntimeException cause ? cause : unexpected(e);
                } catch (IllegalAccessException e) {
                    throw unexpected(e);
                }
        throw unexpected(new NoSuchMethodException(type.getName() + "." + name));
    }

    private static boolean takes(Class<?>[] types, Object[] arguments) {
        if (types.length != arguments.length) return false;
        for (int i = 0; i < types.length; i++)
            if (!types[i].isPrimitive() && arguments[i] != null && !types[i].isInstance(arguments[i])) return false;
        return true;
    }

    static IllegalStateException unexpected(Exception e) {
        return new IllegalStateException("This ImageJ2 is not as expected: " + e, e);
    }
}
