#include "predict/predict_panel.h"

#include <QAccessible>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "style/style_sheet.h"
#include "ui_model/fonts.h"
#include "ui_model/prediction_store.h"
#include "ui_model/predictor.h"

namespace loopline::ui {

using Phase = Predictor::Phase;

namespace {

QLabel* richLabel(QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setWordWrap(true);
  label->setTextFormat(Qt::RichText);
  return label;
}

QString codeAsHack(QString html) {
  return html.replace(QStringLiteral("<code>"),
                      QStringLiteral("<code style=\"font-family:'Hack'; white-space:pre-wrap\">"));
}

// What is long or has lines is shown as such; a radio button does not wrap.
QString shortened(const QString& choice) {
  constexpr qsizetype kMost = 30;
  QStringList lines = choice.split(u'\n');
  for (QString& line : lines) {
    if (line.size() > kMost) line = line.left(kMost - 1) + u'…';
    if (line.isEmpty()) line = PredictPanel::tr("(an empty line)");
  }
  return lines.join(u'\n').replace(u'&', QStringLiteral("&&"));
}

}  // namespace

PredictPanel::PredictPanel(Predictor& predictor, PredictionStore& store, QWidget* parent)
    : QFrame(parent),
      m_predictor(predictor),
      m_store(store),
      m_title(new QLabel(tr("Predict"), this)),
      m_score(new QLabel(this)),
      m_question(richLabel(this)),
      m_verdict(richLabel(this)),
      m_choiceColumn(new QVBoxLayout),
      m_choices(new QButtonGroup(this)),
      m_main(new QPushButton(this)),
      m_stop(new QPushButton(tr("Stop predicting"), this)),
      m_history(new QToolButton(this)) {
  setObjectName(QStringLiteral("predictPanel"));
  setAttribute(Qt::WA_StyledBackground);
  build();
  connect(&predictor, &Predictor::changed, this, &PredictPanel::follow);
  connect(&store, &PredictionStore::changed, this, &PredictPanel::showScore);
  connect(m_choices, &QButtonGroup::idClicked, this, [this] { m_main->setEnabled(true); });
  connect(m_main, &QPushButton::clicked, this, &PredictPanel::press);
  connect(m_stop, &QPushButton::clicked, &predictor, &Predictor::stop);
  connect(m_history, &QToolButton::clicked, this, &PredictPanel::historyWanted);
  follow();
}

void PredictPanel::build() {
  m_title->setFont(textFont(10, QFont::DemiBold));
  m_score->setFont(textFont(9));
  m_score->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  m_question->setFont(textFont(10));
  m_history->setText(tr("History…"));
  m_history->setToolTip(tr("What you predicted, and how to forget or export it"));
  markMain(*m_main);
  auto* head = new QHBoxLayout;
  head->addWidget(m_title);
  head->addWidget(m_score, 1);
  auto* kinds = new QHBoxLayout;
  kinds->setSpacing(4);
  auto* stopAt = new QLabel(tr("Stop at"), this);
  stopAt->setFont(textFont(9));
  kinds->addWidget(stopAt);
  m_kinds << addKind(tr("switches"), tr("Ask who runs next"), Predictor::switches)
          << addKind(tr("prints"), tr("Ask what is printed next"), Predictor::prints)
          << addKind(tr("ends"), tr("Ask what ends first, and when"), Predictor::ends);
  for (QToolButton* kind : m_kinds) kinds->addWidget(kind);
  kinds->addStretch(1);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(m_main);
  buttons->addWidget(m_stop);
  buttons->addStretch(1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 10, 12, 10);
  column->setSpacing(7);
  column->addLayout(head);
  column->addWidget(m_question);
  m_choiceColumn->setSpacing(3);
  column->addLayout(m_choiceColumn);
  column->addWidget(m_verdict);
  column->addLayout(buttons);
  column->addLayout(kinds);
  column->addWidget(m_history, 0, Qt::AlignLeft);
  for (QWidget* each : {static_cast<QWidget*>(m_main), static_cast<QWidget*>(m_stop)}) each->installEventFilter(this);
}

QToolButton* PredictPanel::addKind(const QString& text, const QString& tip, unsigned kind) {
  auto* button = new QToolButton(this);
  button->setText(text);
  button->setToolTip(tip);
  button->setAccessibleName(tip);
  button->setCheckable(true);
  button->setChecked(true);
  button->setFont(textFont(9));
  button->setProperty("kind", kind);
  connect(button, &QToolButton::clicked, this, [this, kind](bool on) {
    const unsigned kinds = on ? m_predictor.kinds() | kind : m_predictor.kinds() & ~kind;
    m_predictor.setKinds(kinds);
    showScore();
    for (QToolButton* each : m_kinds) {  // the last one stays
      each->setChecked((m_predictor.kinds() & each->property("kind").toUInt()) != 0);
    }
  });
  return button;
}

// ---- what is shown

void PredictPanel::follow() {
  const Phase phase = m_predictor.phase();
  setVisible(phase != Phase::off);
  if (phase == Phase::off) {
    m_shown.clear();
    return;
  }
  showScore();
  const bool has = phase == Phase::asking || phase == Phase::answered;
  m_verdict->setVisible(phase == Phase::answered);
  if (phase == Phase::looking) m_question->setText(tr("Looking for the next question…"));
  if (phase == Phase::nothing) {
    m_question->setText(tr("There is nothing left to predict from here. Go back, or choose what to stop at."));
  }
  if (has) showQuestion();
  for (QAbstractButton* choice : m_choices->buttons()) choice->setVisible(has);
  if (phase == Phase::answered) showAnswer();
  m_main->setVisible(has);
  m_history->setVisible(phase != Phase::asking);
  m_main->setText(phase == Phase::answered ? tr("Next question") : tr("Answer"));
  m_main->setEnabled(phase == Phase::answered || m_choices->checkedId() >= 0);
  const bool own = has && !m_predictor.prediction().ask;
  for (QToolButton* kind : m_kinds) kind->setVisible(!own || phase == Phase::answered);
  if (phase == Phase::answered) m_main->setFocus();
  if (phase == Phase::nothing) m_stop->setFocus();
}

void PredictPanel::showQuestion() {
  const Prediction& asked = m_predictor.prediction();
  const QString key = asked.text + asked.choices.join(u'\0') + QString::number(asked.at.time) + u'/' +
                      QString::number(asked.at.ordinal);
  if (key == m_shown) return;
  m_shown = key;
  m_question->setText(codeAsHack(asked.text));
  for (QAbstractButton* choice : m_choices->buttons()) {
    m_choices->removeButton(choice);
    choice->hide();
    choice->deleteLater();
  }
  QWidget* before = m_main;
  for (qsizetype i = 0; i < asked.choices.size(); ++i) {
    auto* choice = new QRadioButton(shortened(asked.choices[i]), this);
    choice->setFont(codeFont(9.5));
    choice->setToolTip(asked.choices[i]);
    choice->setAccessibleName(tr("%1: %2").arg(i + 1).arg(asked.choices[i]));
    choice->installEventFilter(this);
    m_choices->addButton(choice, static_cast<int>(i));
    m_choiceColumn->addWidget(choice);
    if (i == 0) {
      before = choice;
    }
  }
  setTabOrder(m_choices->buttons().value(m_choices->buttons().size() - 1), m_main);
  setTabOrder(m_main, m_stop);
  m_main->setEnabled(false);
  before->setFocus();
  m_question->setAccessibleName(tr("Predict: %1").arg(m_question->text().remove(QStringLiteral("<b>"))));
  QAccessibleEvent changed(m_question, QAccessible::NameChanged);
  QAccessible::updateAccessibility(&changed);
}

void PredictPanel::showAnswer() {
  const Prediction& asked = m_predictor.prediction();
  const bool right = m_predictor.wasRight();
  QString verdict = right ? tr("<b>✓ Right.</b>") : tr("<b>✗ Not so.</b> The run says what is marked.");
  if (!m_predictor.explanation().isEmpty()) verdict += QStringLiteral("<br>") + m_predictor.explanation();
  m_verdict->setText(codeAsHack(verdict));
  m_verdict->setAccessibleName(verdict);
  for (QAbstractButton* choice : m_choices->buttons()) {
    const int number = m_choices->id(choice);
    QString text = shortened(asked.choices.value(number));
    if (number == asked.answer) text += QStringLiteral("  ✓");
    if (number == m_predictor.given() && !right) text += QStringLiteral("  ✗");
    choice->setText(text);
    choice->setEnabled(false);
  }
  QAccessibleEvent changed(m_verdict, QAccessible::NameChanged);
  QAccessible::updateAccessibility(&changed);
}

void PredictPanel::showScore() {
  const trace::Score score = m_store.score(m_predictor.lesson());
  m_score->setText(score.asked == 0 ? QString() : tr("%1 of %2 right here").arg(score.correct).arg(score.asked));
  m_score->setToolTip(tr("Of all lessons: %1 of %2").arg(m_store.total().correct).arg(m_store.total().asked));
}

void PredictPanel::press() {
  if (m_predictor.phase() == Phase::answered) return m_predictor.next();
  if (m_choices->checkedId() >= 0) m_predictor.answer(m_choices->checkedId());
}

// The digits choose, Enter answers and Escape leaves while the panel has the keyboard, although they mean something
// else elsewhere.
bool PredictPanel::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress) {
    return QFrame::eventFilter(watched, event);
  }
  const auto* key = static_cast<QKeyEvent*>(event);
  const int number = key->key() - Qt::Key_1;
  const bool digit = key->modifiers() == Qt::NoModifier && m_predictor.phase() == Phase::asking && number >= 0 &&
                     number < m_predictor.prediction().choices.size();
  const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
  const bool onStop = watched == m_stop;
  const bool leave = key->key() == Qt::Key_Escape && key->modifiers() == Qt::NoModifier;
  if (!digit && !leave && (!enter || onStop)) return QFrame::eventFilter(watched, event);
  if (event->type() == QEvent::ShortcutOverride) {
    event->accept();
    return true;
  }
  if (leave) {
    m_predictor.stop();
  } else if (digit) {
    QAbstractButton* choice = m_choices->button(number);
    choice->setFocus();
    choice->click();
  } else if (m_main->isEnabled()) {
    m_main->click();
  }
  return true;
}

}  // namespace loopline::ui
