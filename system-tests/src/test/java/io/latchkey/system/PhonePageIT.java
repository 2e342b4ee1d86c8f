package io.latchkey.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.system.StackUnderTest.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Looks at the phone as a borrower does. Needs a browser; {@code deploy/check} installs one, or says that it is missing. */
@ExtendWith(StackUnderTest.class)
@EnabledIfEnvironmentVariable(named = "LATCHKEY_CHROMEDRIVER", matches = ".+")
@EnabledIfEnvironmentVariable(named = "LATCHKEY_CHROMIUM", matches = ".+")
class PhonePageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int DAYS_UNTIL_LOCKED = 45;

    private final Stack stack;
    private ChromeDriver browser;

    @TempDir
    private Path profile;

    PhonePageIT(Stack stack) {
        this.stack = stack;
    }

    @BeforeEach
    void openBrowser() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(System.getenv("LATCHKEY_CHROMIUM"));
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile);
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(
                                Path.of(System.getenv("LATCHKEY_CHROMEDRIVER")).toFile())
                        .build(),
                options);
        browser.manage().window().setSize(new Dimension(1100, 950));
    }

    @AfterEach
    void closeBrowser() {
        browser.quit();
    }

    @Test
    void showsWhyThePhoneIsLockedWhomToCallAndFreesItWhenPaid() throws IOException {
        Sale sale = Sale.on(stack);
        sale.waitDays(DAYS_UNTIL_LOCKED);
        String deviceId = sale.awaitStage("LOCKED").deviceId();

        browser.get("http://127.0.0.1:" + stack.port("VIRTUAL") + "/#" + deviceId);
        WebElement lock = awaitVisible("lock");
        assertThat(lock.getText())
                .startsWith("This device is locked due to an overdue installment payment")
                .contains("Sandbox Mobile Finance", "7,500.00", "+254700000000");
        screenshot("locked");

        browser.findElement(By.id("emergency")).click();
        assertThat(awaitVisible("call").getText()).contains("Calling 112");
        browser.findElement(By.id("hang-up")).click();

        sale.pay();
        assertThat(awaitVisible("own").getText()).contains("yours for good");
        assertThat(browser.findElement(By.id("tiles")).getText()).doesNotContain("Off");
        screenshot("free");
    }

    private WebElement awaitVisible(String id) {
        return new WebDriverWait(browser, PATIENCE).until(driver -> {
            WebElement element = driver.findElement(By.id(id));
            return element.isDisplayed() ? element : null;
        });
    }

    private void screenshot(String name) throws IOException {
        Path file = Path.of(System.getProperty("latchkey.root"), "system-tests/target/screenshots", name + ".png");
        Files.createDirectories(file.getParent());
        Files.write(file, browser.getScreenshotAs(OutputType.BYTES));
    }
}
