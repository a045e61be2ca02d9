package io.github.neuralstyle.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.github.neuralstyle.Settings;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrows between packages, as {@code docs/architecture.md} draws them. */
class ArchitectureTest {

    private static final String ROOT = "io.github.neuralstyle";

    /** From what only depends on others to what depends on none of them; those in one row may depend on each other. */
    private static final List<List<String>> LAYERS = List.of(
            List.of(".cli", ".command", ".ij", ".imagej", ".batch", ".engine", ".texture", ".java8"),
            List.of(""),
            List.of(".transfer", ".plot"),
            List.of(".loss", ".optimize", ".measure", ".model", ".download", ".image", ".finish"),
            List.of(".util"));

    private static final List<String> IMAGEJ = List.of(".ij", ".imagej", ".java8");

    private static JavaClasses all;

    @BeforeAll
    static void read() {
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false); // names of others' types suffice
        all = new ClassFileImporter()
                .importUrl(Settings.class.getProtectionDomain().getCodeSource().getLocation());
    }

    @Test
    void everyPackageIsInALayer() {
        List<String> known = LAYERS.stream().flatMap(List::stream).toList();
        assertEquals(
                Set.of(),
                all.stream()
                        .filter(type -> !in(type, known))
                        .map(JavaClass::getPackageName)
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void noLayerDependsOnOneAboveIt(int layer) {
        List<String> above =
                LAYERS.subList(0, layer).stream().flatMap(List::stream).toList();
        classes()
                .that(are("in " + LAYERS.get(layer), type -> in(type, LAYERS.get(layer))))
                .should()
                .onlyDependOnClassesThat(are("not in " + above, type -> !in(type, above)))
                .check(all);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        return SliceIdentifier.of(type.getPackageName());
                    }

                    @Override
                    public String getDescription() {
                        return "packages";
                    }
                })
                .should()
                .beFreeOfCycles()
                .check(all);
    }

    @Test
    void onlyTheEntriesOfImageJKnowImageJ1() {
        classes()
                .that(are("outside of what ImageJ calls", type -> !in(type, IMAGEJ)))
                .should()
                .onlyDependOnClassesThat(
                        are("not of ImageJ 1", type -> !type.getPackageName().matches("ij(\\..*)?")))
                .check(all);
    }

    /** Whether a type is in one of the packages or a subpackage; the root has no subpackages here. */
    private static boolean in(JavaClass type, List<String> packages) {
        String name = type.getPackageName() + ".";
        return packages.stream()
                .anyMatch(each -> each.isEmpty() ? name.equals(ROOT + ".") : name.startsWith(ROOT + each + "."));
    }

    private static DescribedPredicate<JavaClass> are(String description, Predicate<JavaClass> test) {
        return DescribedPredicate.describe(description, test);
    }
}
