#include "transport/transport_bar.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QToolTip>
#include <algorithm>
#include <utility>

#include "style/style_sheet.h"
#include "transport/jump_popup.h"
#include "transport/scrubber.h"
#include "ui_model/fonts.h"
#include "ui_model/narrator.h"
#include "ui_model/playhead.h"
#include "ui_model/theme.h"
#include "view/icon.h"
#include "widgets/segmented.h"

namespace loopline::ui {

TransportBar::TransportBar(PlaybackController& playback, QWidget* parent) : QWidget(parent), m_playback(playback) {
  setObjectName(QStringLiteral("transport"));
  setAttribute(Qt::WA_StyledBackground);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(14, 8, 14, 8);
  row->setSpacing(8);
  m_first = addButton(QStringLiteral("first"), tr("To the start (Home)"), &PlaybackController::first);
  m_back = addButton(QStringLiteral("back"), tr("One step back (←)"), &PlaybackController::back);
  m_play = addButton(QStringLiteral("play"), tr("Play or pause (Space)"), &PlaybackController::togglePlaying);
  m_forward = addButton(QStringLiteral("forward"), tr("One step on (→)"), &PlaybackController::forward);
  m_last = addButton(QStringLiteral("last"), tr("To the end (End)"), &PlaybackController::last);
  markMain(*m_play);
  m_play->setMinimumWidth(40);

  m_granularity = new Segmented(tr("Step by"), {tr("Line"), tr("Switch"), tr("Turn"), tr("Print"), tr("Cue")}, this);
  m_granularity->setTips({tr("A step is a line of code"), tr("A step is a switch: a task begins or ends its run"),
                          tr("A step is a turn of the loop"), tr("A step is a printed line"),
                          tr("A step is a line with a cue")});
  connect(m_granularity, &Segmented::chosenByUser, &playback, [&playback](int index) {
    playback.setGranularity(PlaybackController::kGranularities[static_cast<std::size_t>(index)]);
  });
  buildSpeed();
  m_speedTitle = new QLabel(tr("Speed"), this);
  m_speedTitle->setObjectName(QStringLiteral("quiet"));
  m_speedTitle->setBuddy(m_speed);
  m_scrubber = new Scrubber(playback, this);
  m_place = new QToolButton(this);
  m_place->setFont(codeFont(9));
  m_place->setObjectName(QStringLiteral("place"));
  m_place->setToolTip(tr("Where the playhead is. Click to go somewhere (Ctrl+G)"));
  m_jump = new JumpPopup(playback, this);
  connect(m_place, &QToolButton::clicked, this, &TransportBar::askWhere);
  makeActions();

  row->addSpacing(2);
  row->addWidget(m_granularity);
  row->addSpacing(2);
  row->addWidget(m_speedTitle);
  row->addWidget(m_speed);
  row->addWidget(m_scrubber, 1);
  row->addWidget(m_place);
  connect(&playback, &PlaybackController::comparisonChanged, this, &TransportBar::follow);
  connect(&playback, &PlaybackController::positionChanged, this, &TransportBar::follow);
  connect(&playback, &PlaybackController::granularityChanged, this, &TransportBar::follow);
  connect(&playback, &PlaybackController::playingChanged, this, &TransportBar::follow);
  connect(&playback, &PlaybackController::speedChanged, this, &TransportBar::follow);
  connect(&playback, &PlaybackController::selectionChanged, this, &TransportBar::follow);
  connect(&playback, &PlaybackController::notThere, this, &TransportBar::tell);
  follow();
}

// One list: so many steps a second, or so many seconds of the run.
void TransportBar::buildSpeed() {
  using Pace = PlaybackController::Pace;
  m_speed = new QComboBox(this);
  m_speed->setAccessibleName(tr("Speed of playing"));
  m_speed->setToolTip(tr("Speed of playing: steps a second, or seconds of the run a second"));
  for (const double speed : PlaybackController::kSpeeds) {
    m_speed->addItem(tr("%1 step/s").arg(speed), speed);
    m_speed->setItemData(m_speed->count() - 1, static_cast<int>(Pace::steps), Qt::UserRole + 1);
  }
  m_speed->insertSeparator(m_speed->count());
  for (const double rate : PlaybackController::kRates) {
    m_speed->addItem(tr("%1 s/s").arg(rate), rate);
    m_speed->setItemData(m_speed->count() - 1, static_cast<int>(Pace::seconds), Qt::UserRole + 1);
    m_speed->setItemData(m_speed->count() - 1, tr("Plays %1 seconds of the run a second").arg(rate), Qt::ToolTipRole);
  }
  m_speed->setMaxVisibleItems(m_speed->count());
  connect(m_speed, &QComboBox::activated, this, &TransportBar::chooseSpeed);
}

void TransportBar::chooseSpeed(int index) {
  const double value = m_speed->itemData(index).toDouble();
  const auto pace = static_cast<PlaybackController::Pace>(m_speed->itemData(index, Qt::UserRole + 1).toInt());
  pace == PlaybackController::Pace::steps ? m_playback.setSpeed(value) : m_playback.setRate(value);
}

QAction* TransportBar::makeAction(const QString& text, const QKeySequence& key, std::function<void()> deed) {
  auto* action = new QAction(text, this);
  action->setShortcut(key);
  connect(action, &QAction::triggered, this, [deed = std::move(deed)] { deed(); });
  m_more << action;
  return action;
}

void TransportBar::makeActions() {
  using replay::Granularity;
  const auto step = [this](Granularity granularity, int direction) {
    return [this, granularity, direction] {
      m_playback.pause();
      m_playback.step(granularity, direction);
    };
  };
  const auto line = [this](int direction) {
    return [this, direction] {
      const Selection& at = m_playback.selection();
      m_playback.runToLine(at.run, at.line, direction);
    };
  };
  const auto task = [this](int direction) {
    return [this, direction] {
      const Selection& at = m_playback.selection();
      if (at.what == Selection::What::lane) {
        m_playback.runToTurnOf(at.run, at.lane, direction);
      } else {
        m_playback.runToStepOf(at.run, at.task(), direction);
      }
    };
  };
  makeAction(tr("Next line"), QKeySequence(Qt::ALT | Qt::Key_Right), step(Granularity::line, 1));
  makeAction(tr("Previous line"), QKeySequence(Qt::ALT | Qt::Key_Left), step(Granularity::line, -1));
  makeAction(tr("Next print"), QKeySequence(Qt::Key_Period), step(Granularity::print, 1));
  makeAction(tr("Previous print"), QKeySequence(Qt::Key_Comma), step(Granularity::print, -1));
  makeAction(tr("Next event"), QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Right), step(Granularity::event, 1));
  makeAction(tr("Previous event"), QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Left), step(Granularity::event, -1));
  m_lineOn = makeAction(tr("Run to the selected line"), QKeySequence(Qt::Key_L), line(1));
  m_lineBack = makeAction(tr("Back to the selected line"), QKeySequence(Qt::SHIFT | Qt::Key_L), line(-1));
  m_taskOn = makeAction(tr("Next time the selected task runs"), QKeySequence(Qt::Key_J), task(1));
  m_taskBack = makeAction(tr("Last time the selected task ran"), QKeySequence(Qt::SHIFT | Qt::Key_J), task(-1));
  makeAction(tr("Go to a time, step or line…"), QKeySequence(Qt::CTRL | Qt::Key_G), [this] { askWhere(); });
}

void TransportBar::askWhere() {
  if (m_playback.runCount() > 0) m_jump->openAt(*m_place);
}

void TransportBar::tell(const QString& message) {
  QToolTip::showText(m_place->mapToGlobal(QPoint(0, -40)), message, m_place, {}, 4000);
  m_place->setAccessibleDescription(message);
}

QToolButton* TransportBar::addButton(const QString& icon, const QString& name, void (PlaybackController::*slot)()) {
  auto* button = new QToolButton(this);
  button->setObjectName(icon);
  button->setAccessibleName(name);
  button->setToolTip(name);
  button->setMinimumSize(30, 30);
  connect(button, &QToolButton::clicked, &m_playback, slot);
  layout()->addWidget(button);
  return button;
}

void TransportBar::setTheme(const Theme& theme) {
  m_theme = &theme;
  for (QToolButton* button : {m_first, m_back, m_forward, m_last})
    button->setIcon(themedIcon(button->objectName(), theme));
  m_scrubber->setTheme(theme);
  follow();
}

void TransportBar::follow() {
  const bool any = m_playback.runCount() > 0;
  m_first->setEnabled(any && !m_playback.atStart());
  m_back->setEnabled(any && !m_playback.atStart());
  m_play->setEnabled(any);
  m_forward->setEnabled(any && !m_playback.atEnd());
  m_last->setEnabled(any && !m_playback.atEnd());
  m_scrubber->setEnabled(any);
  if (m_theme != nullptr) {
    const QString icon = m_playback.isPlaying() ? QStringLiteral("pause") : QStringLiteral("play");
    const QColor& color = any ? m_theme->buttonText : m_theme->quietText;
    if (const QString look = icon + color.name(); look != m_playLook) {
      m_playLook = look;
      m_play->setIcon(themedIcon(icon, color));
    }
  }
  const auto& granularities = PlaybackController::kGranularities;
  const auto chosen = std::ranges::find(granularities, m_playback.granularity());
  m_granularity->choose(static_cast<int>(chosen - granularities.begin()));
  for (int i = 0; i < m_speed->count(); ++i) {
    const bool same = m_speed->itemData(i).toDouble() == m_playback.speed() &&
                      m_speed->itemData(i, Qt::UserRole + 1).toInt() == static_cast<int>(m_playback.pace());
    if (same && m_speed->itemData(i).isValid()) m_speed->setCurrentIndex(i);
  }
  m_place->setText(placeText());
  m_place->setAccessibleName(tr("Go to another place; now %1").arg(placeText()));
  m_place->setMinimumWidth(m_place->fontMetrics().horizontalAdvance(QStringLiteral(" t 00.000 s · 000/000 ")));
  m_place->setEnabled(any);
  const Selection& selection = m_playback.selection();
  for (QAction* action : {m_lineOn, m_lineBack}) action->setEnabled(any && selection.line != 0);
  const bool somebody = selection.task() != 0 || selection.what == Selection::What::lane;
  for (QAction* action : {m_taskOn, m_taskBack}) action->setEnabled(any && somebody);
}

QString TransportBar::placeText() const {
  if (m_playback.runCount() == 0) return {};
  return tr("t %1 · %2/%3")
      .arg(QString::fromStdString(replay::seconds_text(m_playback.position().time)))
      .arg(m_playback.stopIndex())
      .arg(std::max<std::size_t>(m_playback.stopCount(), 1) - 1);
}

void TransportBar::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  // What is said twice goes first when it is narrow.
  m_speedTitle->setVisible(width() > 1150);
}

}  // namespace loopline::ui
