package io.github.neuralstyle.java8;

import java.util.ArrayList;
import java.util.List;

import org.scijava.command.Command;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;
import org.scijava.service.AbstractService;
import org.scijava.service.Service;

/**
 * In a Java that is too old for the classes of this program, takes all its plugins out before anything loads them, for they
 * would fail in other people's commands, too; and lets each entry of its menu say what to do. Otherwise does nothing.
 */
@Plugin(type = Service.class)
public class OldJavaService extends AbstractService {

	private static final String OURS = "io.github.neuralstyle.", THIS = "io.github.neuralstyle.java8.";

	@Parameter
	private PluginService plugins;

	@Parameter
	private LogService log;

	@Override
	public void initialize() {
		if (!OldJava.isHere())
			return;
		try {
			replace();
		}
		catch (RuntimeException | LinkageError e) {
			log.error(OldJava.sentence(), e);
		}
	}

	private void replace() {
		List<PluginInfo<?>> unloadable = new ArrayList<>();
		List<PluginInfo<?>> entries = new ArrayList<>();
		for (PluginInfo<?> plugin : plugins.getPlugins()) {
			if (!plugin.getClassName().startsWith(OURS) || plugin.getClassName().startsWith(THIS))
				continue;
			unloadable.add(plugin);
			if (!plugin.getMenuPath().isEmpty())
				entries.add(new PluginInfo<>(OldJavaCommand.class.getName(), Command.class, plugin.getAnnotation()));
		}
		plugins.removePlugins(unloadable);
		plugins.addPlugins(entries);
	}
}
