package io.github.neuralstyle.imagej.dialog;

import io.github.neuralstyle.Settings;
import io.github.neuralstyle.engine.install.Release;
import io.github.neuralstyle.imagej.imagej1.Inputs;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;

/** What the commands of our menu do, from their own descriptions and parameters; and what to cite. Needs no network. */
public final class HelpPages {

    /** The attribute of a command's {@code Plugin} annotation with its page of the manual. */
    public static final String PAGE = "page";

    private static final String SITE = "https://github.com/neuralstyle/neural-style",
            MANUAL = SITE + "/blob/main/docs/",
            SYNTHETIC =
                    "Results are synthetic: never measure intensities in them. Image > Show Info tells how each was made.";

    private final List<CommandInfo> commands;

    public HelpPages(Context context) {
        commands = context.service(CommandService.class).getCommands().stream()
                .filter(info -> info.getDelegateClassName().startsWith(Settings.class.getPackageName() + ".command.")
                        && info.getMenuPath().size() == 3)
                .sorted(Comparator.comparingDouble(
                        info -> info.getMenuPath().getLeaf().getWeight()))
                .toList();
    }

    /** As text of a window that a macro can read. */
    public String text() {
        int width =
                commands.stream().mapToInt(info -> title(info).length()).max().orElse(0) + 2;
        return "Neural Style for Fiji " + Release.version() + "\n\n"
                + commands.stream()
                        .map(info ->
                                (title(info) + " ".repeat(width)).substring(0, width) + info.getDescription() + "\n")
                        .collect(Collectors.joining())
                + "\n" + SYNTHETIC + "\n\nManual, questions and errors: " + SITE + "\n\n" + citation();
    }

    private static String citation() {
        return "In publications, please cite the program and the method:\n"
                + "Neural Style for Fiji developers. Neural Style for Fiji, version " + Release.version() + ". " + SITE
                + "\n"
                + "Gatys, L. A., Ecker, A. S. & Bethge, M. Image Style Transfer Using Convolutional Neural Networks. CVPR 2016. "
                + "https://doi.org/10.1109/CVPR.2016.265\n"
                + "and, for the losses \"shift\", \"hist\" and \"wasserstein\", the papers listed in the manual.\n";
    }

    /** Formatted, a section for each command, whose anchor is its title. */
    public String html() {
        String contents = commands.stream()
                .map(info -> "<tr><td><b>" + link("#" + title(info), title(info)) + "</b></td><td>"
                        + escaped(info.getDescription()) + "</td></tr>")
                .collect(Collectors.joining());
        String sections = commands.stream().map(HelpPages::section).collect(Collectors.joining());
        String cited = escaped(citation().strip()).replaceAll("https://\\S*[^\\s.]", "<a href=\"$0\">$0</a>");
        return "<html><body><h1>Neural Style for Fiji " + Release.version() + "</h1><p>" + escaped(SYNTHETIC)
                + "</p><table>" + contents + "</table><p>" + link(MANUAL + "fiji.md", "The manual") + ", "
                + link(SITE + "/issues", "questions and errors") + "</p>" + sections + "<h2>Citation</h2><p>"
                + cited.replace("\n", "</p><p>") + "</p></body></html>";
    }

    private static String section(CommandInfo info) {
        StringBuilder rows = new StringBuilder();
        for (ModuleItem<?> item : info.inputs())
            if (Inputs.isGiven(item))
                rows.append("<tr><td valign=top><code>" + item.getName() + "</code></td><td valign=top>"
                        + escaped(item.getLabel()) + "</td><td>" + escaped(described(item)) + "</td></tr>");
        String name = title(info).replaceAll("\\W+", "");
        return "<h2><a name=\"" + title(info) + "\">" + title(info) + "</a></h2><p>" + escaped(info.getDescription())
                + " " + link(MANUAL + info.get(PAGE), "More in the manual.") + "</p>"
                + (rows.isEmpty() || name.isEmpty()
                        ? ""
                        : "<table><tr><td><b>In macros</b></td><td><b>In the dialog</b></td><td></td></tr>" + rows
                                + "</table>");
    }

    private static String described(ModuleItem<?> item) {
        String text = Objects.toString(item.getDescription(), "");
        if (item.getChoices() != null && !item.getChoices().isEmpty())
            return text + " One of "
                    + item.getChoices().stream().map(String::valueOf).collect(Collectors.joining(", ")) + ".";
        return item.getMinimumValue() == null
                ? text
                : text + " From " + InputField.text(item.getMinimumValue()) + " to "
                        + InputField.text(item.getMaximumValue()) + ".";
    }

    private static String title(CommandInfo info) {
        return info.getMenuPath().getLeaf().getName();
    }

    private static String link(String address, String text) {
        return "<a href=\"" + address + "\">" + text + "</a>";
    }

    private static String escaped(String text) {
        return Objects.toString(text, "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
