package io.latchkey.local.mail;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.latchkey.local.mail", importOptions = ImportOption.DoNotIncludeTests.class)
class LayeringTest {

    @ArchTest
    static final ArchRule WHAT_IS_KEPT_AND_SHOWN_KNOWS_NO_SERVER = noClasses()
            .that()
            .haveNameMatching(".*\\.(Letter|Letters|LetterPages)")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.subethamail..", "com.sun.net.httpserver..", "jakarta.mail..");

    @ArchTest
    static final ArchRule THE_SERVER_STANDS_ALONE = noClasses()
            .should()
            .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("io.latchkey..")
                    .and(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("io.latchkey.local.mail.."))))
            .because("it is a product that others run beside their own");
}
