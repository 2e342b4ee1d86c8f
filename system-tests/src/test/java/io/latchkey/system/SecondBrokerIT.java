package io.latchkey.system;

import io.latchkey.local.Broker;
import io.latchkey.system.StackUnderTest.Stack;
import io.latchkey.system.story.MainJob;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The main job on the other MQTT broker, on a stack of its own. */
@Tag("long")
@EnabledIfEnvironmentVariable(
        named = Broker.MOSQUITTO_VARIABLE,
        matches = ".+",
        disabledReason = "no Mosquitto; deploy/check looks for it")
class SecondBrokerIT {

    @Test
    void playsTheMainJobWithMosquitto() {
        Heard heard = new Heard();

        try (Stack stack = Stack.up("stack-mosquitto", "--mqtt", "mosquitto")) {
            new MainJob(stack.faces(), heard).play();
        }

        heard.assertThatItWentWell();
    }
}
