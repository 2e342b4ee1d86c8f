package io.latchkey.local.containers;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.latchkey.local.containers", importOptions = ImportOption.DoNotIncludeTests.class)
class LayeringTest {

    @ArchTest
    static final ArchRule THE_FIRST_KNOCK_LOADS_NO_TESTCONTAINERS = noClasses()
            .that()
            .haveNameMatching(".*\\.(Choice|DockerApi|Setting)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.testcontainers..", "com.github.dockerjava..");

    @ArchTest
    static final ArchRule TESTS_SEE_NOTHING_BUT_THE_CHOSEN_SERVERS =
            classes().that().areTopLevelClasses().and().arePublic().should().haveSimpleName("ChosenServers");

    @ArchTest
    static final ArchRule KNOWS_NO_STACK =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("..local.stack..", "..local.cli..");
}
