package io.latchkey.local.kafka;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.latchkey.local.kafka", importOptions = ImportOption.DoNotIncludeTests.class)
class LayeringTest {

    @ArchTest
    static final ArchRule WHAT_THE_NODE_SHALL_BE_IS_SAID_WITHOUT_A_SERVER = noClasses()
            .that()
            .haveNameMatching(".*\\.(NodeSettings|TopicSpec)")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("kafka..", "org.apache.kafka.server..", "org.apache.kafka.metadata..");

    @ArchTest
    static final ArchRule THE_SERVER_STANDS_ALONE = noClasses()
            .should()
            .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("io.latchkey..")
                    .and(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("io.latchkey.local.kafka.."))))
            .because("it is a product that others run beside their own");
}
