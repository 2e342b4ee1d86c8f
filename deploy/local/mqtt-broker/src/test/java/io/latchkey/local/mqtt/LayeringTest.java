package io.latchkey.local.mqtt;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.latchkey.local.mqtt", importOptions = ImportOption.DoNotIncludeTests.class)
class LayeringTest {

    @ArchTest
    static final ArchRule WHO_MAY_DO_WHAT_IS_SAID_WITHOUT_THE_BROKER = noClasses()
            .that()
            .haveNameMatching(".*\\.(Access|Permission|CommonName)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.hivemq..");

    @ArchTest
    static final ArchRule THE_SERVER_STANDS_ALONE = noClasses()
            .should()
            .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("io.latchkey..")
                    .and(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("io.latchkey.local.mqtt.."))))
            .because("it is a product that others run beside their own");
}
