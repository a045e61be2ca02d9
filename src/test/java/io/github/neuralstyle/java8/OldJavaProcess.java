package io.github.neuralstyle.java8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginService;
import org.scijava.service.SciJavaService;

/** A program with a context such as ImageJ's, in a Java that says to be Java 8. */
public final class OldJavaProcess {

    /** Somebody else's. */
    public static final class OtherCommand implements Command {

        @Override
        public void run() {
            ran = true;
        }
    }

    private static boolean ran;

    private OldJavaProcess() {}

    /** Runs all commands of the menu, and one of somebody else, and writes what they say to a file. */
    public static void main(String[] arguments) throws Exception {
        System.setProperty("java.specification.version", "1.8");
        List<String> told = new ArrayList<>();
        Set<String> identifiers = new HashSet<>();
        try (Context context = new Context(SciJavaService.class)) {
            ModuleService modules = context.service(ModuleService.class);
            for (CommandInfo info : context.service(CommandService.class).getCommands())
                if (info.getMenuPath().getMenuString().startsWith("Plugins > Neural Style")) {
                    identifiers.add(info.getIdentifier());
                    Module module = modules.run(info, true).get();
                    told.add(info.getMenuPath().getLeaf().getName() + ": " + ((Cancelable) module).getCancelReason());
                }
            told.add("all have names of their own: " + (identifiers.size() == told.size()));
            PluginService plugins = context.service(PluginService.class);
            plugins.createInstancesOfType(PreprocessorPlugin.class);
            plugins.createInstancesOfType(PostprocessorPlugin.class);
            context.service(CommandService.class).run(OtherCommand.class, true).get();
            told.add("other command: " + ran);
        }
        Files.write(Path.of(arguments[0]), told);
    }
}
