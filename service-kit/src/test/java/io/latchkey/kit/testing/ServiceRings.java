package io.latchkey.kit.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The three rings of a service, as rules that fail the build. */
public final class ServiceRings {

    private ServiceRings() {}

    /**
     * Checks that dependencies point inward only and that no adapter knows another.
     *
     * @param base the service's package, for example {@code io.latchkey.ingest}
     */
    public static void check(String base) {
        JavaClasses service = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(base);
        String domain = base + ".domain..";
        String app = base + ".app..";

        classes()
                .that()
                .resideInAPackage(domain)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(domain, "java..", "javax.crypto..", "org.jspecify..", "io.latchkey.events..")
                .because("the domain reads no clock, queue, table or setting")
                .check(service);
        noClasses()
                .that()
                .resideInAPackage(domain)
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("time is a parameter")
                .check(service);
        classes()
                .that()
                .resideInAPackage(app)
                .should()
                .onlyDependOnClassesThat(outsideAdaptersOf(base))
                .because("use cases know ports, not adapters")
                .check(service);
        slices().matching(base + ".(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(DescribedPredicate.alwaysTrue(), JavaClass.Predicates.resideInAnyPackage(domain, app))
                .because("adapters meet in the middle")
                .check(service);
    }

    private static DescribedPredicate<JavaClass> outsideAdaptersOf(String base) {
        return DescribedPredicate.describe(
                "are not adapters",
                type -> !type.getPackageName().startsWith(base + ".")
                        || type.getPackageName().startsWith(base + ".app")
                        || type.getPackageName().startsWith(base + ".domain"));
    }
}
