package io.github.neuralstyle.java8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.scijava.Priority;
import org.scijava.command.CommandInfo;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;
import org.scijava.service.AbstractService;
import org.scijava.service.SciJavaService;
import org.scijava.service.Service;

/**
 * In a Java that is too old for the classes of this program, takes all its plugins out before anything loads them, for they
 * would fail in other people's commands, too; and lets each entry of its menu say what to do. Otherwise does nothing. It
 * bears the mark of SciJava's services, as ImageJ loads no others but its own, and comes before the one that makes the menu.
 */
@Plugin(type = Service.class, priority = Priority.FIRST)
public class OldJavaService extends AbstractService implements SciJavaService {

    private static final String OURS = "io.github.neuralstyle.", THIS = "io.github.neuralstyle.java8.";

    @Parameter
    private PluginService plugins;

    @Parameter
    private LogService log;

    @Override
    public void initialize() {
        if (!OldJava.isHere()) return;
        try {
            replace();
        } catch (RuntimeException | LinkageError e) {
            log.error(OldJava.sentence(), e);
        }
    }

    private void replace() {
        List<PluginInfo<?>> unloadable = new ArrayList<>();
        List<PluginInfo<?>> entries = new ArrayList<>();
        for (PluginInfo<?> plugin : plugins.getPlugins()) {
            if (!plugin.getClassName().startsWith(OURS) || plugin.getClassName().startsWith(THIS)) continue;
            unloadable.add(plugin);
            if (!plugin.getMenuPath().isEmpty()) entries.add(entry(plugin));
        }
        plugins.removePlugins(unloadable);
        plugins.addPlugins(entries);
    }

    /** Its preset tells it from the other entries: ImageJ's menu takes only one of each class and presets. */
    private static CommandInfo entry(PluginInfo<?> plugin) {
        CommandInfo entry = new CommandInfo(OldJavaCommand.class.getName(), plugin.getAnnotation());
        entry.setPresets(Collections.<String, Object>singletonMap(
                "entry", plugin.getMenuPath().getLeaf().getName()));
        return entry;
    }
}
