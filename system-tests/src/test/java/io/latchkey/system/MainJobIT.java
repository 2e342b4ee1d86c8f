package io.latchkey.system;

import io.latchkey.system.StackUnderTest.Stack;
import io.latchkey.system.story.MainJob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StackUnderTest.class)
class MainJobIT {

    private final Stack stack;

    MainJobIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void aMissedInstallmentLocksAHandsetAndThePaymentFreesIt() {
        Heard heard = new Heard();

        new MainJob(stack.faces(), heard).play();

        heard.assertThatItWentWell();
    }
}
