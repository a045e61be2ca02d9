package io.github.neuralstyle.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.imagej.dialog.HelpPages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.menu.MenuService;

class HelpCommandTest {

    @Test
    void namesEveryCommandOfTheMenuInItsOrder() throws Exception {
        try (Context context = new Context()) {
            CommandService commands = context.service(CommandService.class);
            String text = (String) commands.run(HelpCommand.class, true).get().getOutput("text");
            assertTrue(text.contains("doi.org/10.1109/CVPR.2016.265"), text);
            List<String> menu = context.service(MenuService.class).getMenu().getChildren().stream()
                    .filter(item -> item.getName().equals("Plugins"))
                    .flatMap(item -> item.getChildren().stream())
                    .filter(item -> item.getName().equals("Neural Style"))
                    .flatMap(item -> item.getChildren().stream())
                    .map(item -> item.getName())
                    .toList();
            assertEquals("Help and Citation", menu.get(menu.size() - 1));
            int last = 0;
            for (String name : menu.subList(0, menu.size() - 1)) {
                assertTrue(text.indexOf(name) > last, name);
                last = text.indexOf(name);
            }
            String pages = new HelpPages(context).html();
            for (String name : menu) assertTrue(pages.contains("<a name=\"" + name + "\">"), pages);
            for (CommandInfo info : commands.getCommands()) {
                String page = info.get(HelpPages.PAGE);
                if (page == null) continue;
                assertTrue(info.getDescription().endsWith("."), info.getTitle());
                String[] parts = (page + "#").split("#", -1);
                String headings = Files.readString(Path.of("docs", parts[0]))
                        .toLowerCase(Locale.ROOT)
                        .replace(' ', '-');
                assertTrue(headings.contains("#-" + parts[1]), page);
            }
            for (CommandInfo info : commands.getCommandsOfClass(HelpCommand.class))
                assertEquals(
                        "Plugins > Neural Style > Help and Citation",
                        info.getMenuPath().getMenuString());
        }
    }
}
