package org.carme.faces.delivery;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carme.delivery.Channel;
import org.carme.delivery.DeliveryChoice;
import org.carme.delivery.DeliveryReports;
import org.carme.delivery.DeliveryService;
import org.carme.delivery.Occasion;
import org.carme.delivery.Outcome;
import org.carme.faces.layout.Appearance;
import org.carme.web.security.CurrentUser;

/** Backs {@code message-settings.xhtml}. */
@Named
@ViewScoped
public class MessageSettingsView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    DeliveryService delivery;

    @Inject
    DeliveryReports reports;

    @Inject
    CurrentUser currentUser;

    @Inject
    Appearance appearance;

    @Inject
    DeliveryTexts texts;

    private List<OccasionRow> rows;
    private String language;
    private String webhook = "";
    private boolean webhookForgotten;
    private String mailAddress;
    private String knownWebhook;

    /** What has not arrived, read once until something is saved. */
    private transient Map<Channel, DeliveryReports.Trouble> troubles;

    @PostConstruct
    void load() {
        mailAddress = address(Channel.MAIL);
        knownWebhook = address(Channel.CHAT);
        DeliveryChoice choice = delivery.choice(currentUser.getName());
        rows = Stream.of(Occasion.values())
                .map(occasion -> new OccasionRow(occasion, choice))
                .toList();
        language = choice.language().orElse(appearance.getLanguage());
    }

    public void save() {
        DeliveryChoice choice =
                new DeliveryChoice(Optional.of(language), wanted(OccasionRow::isMail), wanted(OccasionRow::isChat));
        Optional<String> typed = Optional.ofNullable(webhook).map(String::strip).filter(text -> !text.isEmpty());
        delivery.save(currentUser.getName(), choice, webhookForgotten ? Optional.of("") : typed);
        webhook = "";
        webhookForgotten = false;
        knownWebhook = address(Channel.CHAT);
        troubles = null;
        say(FacesMessage.SEVERITY_INFO, texts.saved());
    }

    private Set<Occasion> wanted(Predicate<OccasionRow> where) {
        return rows.stream().filter(where).map(OccasionRow::occasion).collect(Collectors.toSet());
    }

    /** Sends a message at once, and says what became of it. */
    public void test(String channel) {
        Outcome outcome = delivery.test(currentUser.getName(), Channel.of(channel));
        say(outcome.isSent() ? FacesMessage.SEVERITY_INFO : FacesMessage.SEVERITY_ERROR, texts.tested(outcome));
    }

    private static void say(FacesMessage.Severity severity, String text) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, text, null));
    }

    public boolean isMailOffered() {
        return delivery.isOffered(Channel.MAIL);
    }

    public boolean isChatOffered() {
        return delivery.isOffered(Channel.CHAT);
    }

    /** @return empty if there is none */
    public String getMailAddress() {
        return mailAddress;
    }

    /** @return masked, empty if there is none */
    public String getKnownWebhook() {
        return knownWebhook;
    }

    /** @param channel such as {@code mail} */
    public DeliveryReports.Trouble trouble(String channel) {
        if (troubles == null) {
            troubles = new EnumMap<>(Channel.class);
        }
        return troubles.computeIfAbsent(Channel.of(channel), asked -> reports.trouble(currentUser.getName(), asked));
    }

    private String address(Channel channel) {
        return delivery.isOffered(channel)
                ? delivery.address(currentUser.getName(), channel).orElse("")
                : "";
    }

    public List<OccasionRow> getRows() {
        return rows;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getWebhook() {
        return webhook;
    }

    public void setWebhook(String webhook) {
        this.webhook = webhook;
    }

    public boolean isWebhookForgotten() {
        return webhookForgotten;
    }

    public void setWebhookForgotten(boolean webhookForgotten) {
        this.webhookForgotten = webhookForgotten;
    }
}
