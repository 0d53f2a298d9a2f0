#include "code/code_pane.h"

#include <Qsci/qsciscintilla.h>
#include <Qsci/qscistyle.h>
#include <Qsci/qscistyledtext.h>

#include <QEvent>
#include <QHBoxLayout>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollBar>
#include <QStackedLayout>
#include <QToolTip>
#include <QVBoxLayout>
#include <algorithm>

#include "code/code_gutter.h"
#include "code/code_styles.h"
#include "code/cue_text.h"
#include "code/lexers.h"
#include "editor/code_edit.h"
#include "editor/source_editor.h"
#include "ui_model/fonts.h"
#include "ui_model/greenlets.h"
#include "ui_model/labels.h"
#include "ui_model/task_order.h"
#include "ui_model/theme.h"
#include "widgets/elided_label.h"

namespace loopline::ui {

using replay::ObjectId;

namespace {

constexpr int kNumberMargin = 0;
using namespace codestyle;
constexpr std::size_t kMostTasks = 200;
constexpr int kSpareRight = 34;  // of the editor's width: padding and perhaps a scroll bar

QString endText(const LessonSession::Scenario& scenario) {
  if (!scenario.end) return {};
  const RunEnd& end = *scenario.end;
  const QString time =
      scenario.replay ? QString::fromStdString(replay::seconds_text(scenario.replay->own_end().time)) : QString();
  switch (end.kind) {
    case RunEnd::Kind::ended: return loopline::ui::CodePane::tr("ends at %1").arg(time);
    case RunEnd::Kind::raised:
      return loopline::ui::CodePane::tr("✗ %1 at %2").arg(end.exception.isEmpty() ? end.text : end.exception, time);
    case RunEnd::Kind::exited: return loopline::ui::CodePane::tr("exits at %1").arg(time);
    case RunEnd::Kind::deadlock:
      if (end.text == u"server") return loopline::ui::CodePane::tr("serves for ever from %1 on").arg(time);
      return loopline::ui::CodePane::tr("✗ deadlock at %1").arg(time);
    case RunEnd::Kind::limit: return loopline::ui::CodePane::tr("✗ stopped at %1").arg(time);
    case RunEnd::Kind::cancelled: return loopline::ui::CodePane::tr("stopped at %1").arg(time);
    case RunEnd::Kind::invalid: return loopline::ui::CodePane::tr("✗ does not run");
  }
  return {};
}

}  // namespace

CodePane::CodePane(QWidget* parent)
    : QWidget(parent),
      m_title(new ElidedLabel(this)),
      m_end(new QLabel(this)),
      m_gutter(new CodeGutter(this)),
      m_editor(new QsciScintilla(this)),
      m_lexer(new PythonLexer(m_editor)) {
  setObjectName(QStringLiteral("codePane"));
  setAttribute(Qt::WA_StyledBackground);
  auto* header = new QWidget(this);
  header->setObjectName(QStringLiteral("codeHeader"));
  header->setAttribute(Qt::WA_StyledBackground);
  m_title->setFont(textFont(10, QFont::DemiBold));
  m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  m_end->setObjectName(QStringLiteral("codeEnd"));
  auto* row = new QHBoxLayout(header);
  row->setContentsMargins(12, 7, 12, 7);
  row->addWidget(m_title, 1);
  row->addWidget(m_end);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(header);
  auto* view = new QWidget(this);
  auto* both = new QHBoxLayout(view);
  both->setContentsMargins(0, 0, 0, 0);
  both->setSpacing(0);
  both->addWidget(m_gutter);
  both->addWidget(m_editor, 1);
  m_stack = new QStackedLayout;
  m_stack->addWidget(view);
  column->addLayout(m_stack, 1);
  setUpEditor();
}

void CodePane::setUpEditor() {
  m_editor->setLexer(m_lexer);
  m_editor->setReadOnly(true);
  m_editor->installEventFilter(this);
  m_editor->viewport()->installEventFilter(this);
  m_editor->setMarginType(kNumberMargin, QsciScintilla::NumberMargin);
  m_editor->setMarginMarkerMask(kNumberMargin, 0);
  m_editor->setMarginSensitivity(kNumberMargin, true);
  m_editor->setMarginWidth(1, 0);
  m_editor->markerDefine(QsciScintilla::Background, kCurrentLine);
  m_editor->markerDefine(QsciScintilla::Background, kWaitingLine);
  m_editor->markerDefine(QsciScintilla::Background, kBlockingLine);
  m_editor->markerDefine(QsciScintilla::Background, kErrorLine);
  m_editor->setAnnotationDisplay(QsciScintilla::AnnotationIndented);
  m_editor->indicatorDefine(QsciScintilla::SquiggleIndicator, kHintWave);
  connect(m_editor, &QsciScintilla::indicatorClicked, this, [this](int line) { toggleHint(line + 1); });
  connect(m_gutter, &CodeGutter::hintClicked, this, &CodePane::toggleHint);
  // A view, not a place to write: no caret.
  m_editor->SendScintilla(QsciScintillaBase::SCI_SETCARETSTYLE, 0UL);
  connect(m_editor, &QsciScintilla::marginClicked, this, [this](int, int line, Qt::KeyboardModifiers modifiers) {
    emit lineChosen(m_run, line + 1);
    emit lineWanted(m_run, line + 1, modifiers.testFlag(Qt::ShiftModifier) ? -1 : 1);
  });
  // The gutter stands beside the text and goes along with it.
  connect(m_editor, &QsciScintilla::SCN_UPDATEUI, this, &CodePane::showGutter);
  connect(m_editor->verticalScrollBar(), &QScrollBar::valueChanged, this, &CodePane::showGutter);
  connect(m_gutter, &CodeGutter::taskClicked, this, &CodePane::chipClicked);
  connect(m_gutter, &CodeGutter::laneClicked, this, [this](replay::LaneIndex lane) {
    if (m_run >= 0) emit laneChosen(m_run, lane);
  });
  connect(m_gutter, &CodeGutter::lineClicked, this, [this](int line) { emit lineChosen(m_run, line); });
}

// ---- what is shown

void CodePane::setScenario(const LessonSession::Scenario& scenario, const QString& letter, int run) {
  m_run = run;
  m_replay = scenario.replay;
  m_cues = scenario.cues;
  m_folded = scenario.folded;
  m_moment = {};
  m_annotated.clear();
  m_newestCue = 0;
  m_openHint = m_annotatedHint = 0;
  m_gutter->reset();
  m_title->setText(letter.isEmpty() ? scenario.title : letter + QStringLiteral(" · ") + scenario.title);
  m_title->setToolTip(m_title->text());
  m_editor->setAccessibleName(tr("Code of %1").arg(m_title->text()));
  QString text = scenario.shown;
  while (text.endsWith(u'\n')) text.chop(1);
  if (text != m_editor->text()) {
    m_editor->setText(text);
    m_editor->setFirstVisibleLine(0);
    m_marks.clear();  // they went with the text
  }
  m_editor->clearAnnotations();
  foldCues();
  showEnd(scenario);
  m_editor->setMarginWidth(kNumberMargin,
                           QString(std::max<qsizetype>(QString::number(m_editor->lines()).size(), 2) + 1, u'9'));
  setMoment({});
}

void CodePane::showEnd(const LessonSession::Scenario& scenario) {
  m_end->setText(endText(scenario));
  m_end->setToolTip(scenario.end ? scenario.end->message : QString());
  const bool invalid = scenario.end && scenario.end->kind == RunEnd::Kind::invalid;
  const bool raised = scenario.end && scenario.end->kind == RunEnd::Kind::raised;
  m_errorLine = invalid ? scenario.end->line : 0;
  if (raised && scenario.end->line > 0 && !scenario.replay) m_errorLine = scenario.end->line;
  if (invalid) {
    const int line = std::clamp(m_errorLine, 1, std::max(m_editor->lines(), 1));
    m_editor->annotate(line - 1, wrapCue(scenario.end->text, m_editor->width() - 90, {kErrorText, kErrorCode}));
    m_editor->ensureLineVisible(line - 1);
  }
}

// Lines that hold nothing but a cue would be empty here.
void CodePane::foldCues() {
  m_editor->SendScintilla(QsciScintillaBase::SCI_SHOWLINES, 0UL, static_cast<long>(m_editor->lines() - 1));
  for (const int line : m_folded) {
    m_editor->SendScintilla(QsciScintillaBase::SCI_HIDELINES, static_cast<unsigned long>(line - 1),
                            static_cast<long>(line - 1));
  }
}

void CodePane::setMoment(replay::Moment moment) {
  m_moment = moment;
  if (m_theme == nullptr) return;
  findPlaces();
  showMarks();
  showCues();
  revealCurrent();
  showGutter();
}

void CodePane::setSelection(const Selection& selection) {
  m_selection = selection;
  if (m_theme == nullptr) return;
  const auto line = static_cast<int>(selection.run == m_run ? selection.line : 0);
  if (line > 0 && line != m_openHint && !hintOf(line).isEmpty()) toggleHint(line);
  showMarks();
  showGutter();
}

std::vector<int> CodePane::waitingLines() const {
  std::vector<int> lines;
  for (const auto& [line, chips] : m_chips) {
    if (line != m_currentLine) lines.push_back(line);
  }
  return lines;
}

void CodePane::findPlaces() {
  m_currentLine = 0;
  m_blocking = false;
  m_chips.clear();
  if (!m_replay || m_moment.event == 0) return;
  const int lines = m_editor->lines();
  const ObjectId running = m_replay->running_at(m_moment);
  const auto add = [&](ObjectId task, bool isRunning) {
    for (const replay::Frame& frame : m_replay->stack_at(task, m_moment)) addChip(frame.line, {task, isRunning});
  };
  const replay::RunState state =
      m_replay->state_at(m_moment, {.limit = kMostTasks, .ended_tasks = false, .console_lines = 0, .changes = false});
  m_moreTasks = state.live_tasks > state.tasks.size();
  for (const replay::TaskState& task : state.tasks) {
    if (task.task != running) add(task.task, false);
  }
  if (running != 0) add(running, true);
  findGreenlets(state);
  const bool idle = std::ranges::any_of(state.loops, [&](const replay::LoopState& loop) {
    return loop.thread == state.thread &&
           (loop.phase == replay::LoopPhase::running || loop.phase == replay::LoopPhase::idle);
  });
  if (running != 0 || !idle) m_currentLine = static_cast<int>(m_replay->line_at(m_moment));
  if (m_currentLine > lines) m_currentLine = 0;
  const replay::LaneIndex lane = m_replay->timeline().lane_of_thread(state.thread);
  const bool holdsOthers = running != 0 || (lane != replay::kNoLane && isGreenlet(*m_replay, lane));
  m_blocking = holdsOthers && std::ranges::any_of(state.threads, [](const replay::ThreadState& thread) {
                 return thread.current && thread.asleep_until != 0;
               });
}

void CodePane::addChip(std::uint32_t line, const Chip& chip) {
  if (line < 1 || static_cast<int>(line) > m_editor->lines()) return;
  std::vector<Chip>& chips = m_chips[static_cast<int>(line)];
  if (std::ranges::find(chips, chip) == chips.end()) chips.push_back(chip);
}

// Greenlets stand on lines as tasks do, suspended within a call.
void CodePane::findGreenlets(const replay::RunState& state) {
  for (const replay::ThreadState& thread : state.threads) {
    const replay::LaneIndex lane = m_replay->timeline().lane_of_thread(thread.thread);
    if (thread.ended || lane == replay::kNoLane || !isGreenlet(*m_replay, lane)) continue;
    for (const replay::Frame& frame : m_replay->stack_of_thread(thread.thread, m_moment)) {
      addChip(frame.line, {0, thread.current, lane});
    }
  }
}

void CodePane::showMarks() {
  // Marks that stay what they are cost a whole repaint too.
  std::map<int, int> marks;
  for (const auto& [line, chips] : m_chips) marks[line] = kWaitingLine;
  if (m_currentLine > 0) marks[m_currentLine] = m_blocking ? kBlockingLine : kCurrentLine;
  if (m_errorLine > 0) marks[m_errorLine] = kErrorLine;
  if (m_marks != marks) {
    m_editor->markerDeleteAll();
    for (const auto& [line, mark] : marks) m_editor->markerAdd(line - 1, mark);
    m_marks = std::move(marks);
  }
  if (m_edit == nullptr) return;
  const std::vector<int> waiting = waitingLines();
  m_edit->setMarks(m_currentLine, m_blocking, QList<int>(waiting.begin(), waiting.end()));
}

QString CodePane::chipText(QString name) {
  if (name.startsWith(QStringLiteral("Task-"))) return u'T' + name.mid(5);
  if (name.startsWith(QStringLiteral("Greenlet-"))) return u'G' + name.mid(9).section(u' ', 0, 0);
  return name.size() > 6 ? name.left(5) + u'…' : name;
}

void CodePane::showGutter() {
  std::vector<CodeGutter::Line> lines;
  const auto place = [this](int line) {
    const auto row = static_cast<unsigned long>(line - 1);
    const long start = m_editor->SendScintilla(QsciScintillaBase::SCI_POSITIONFROMLINE, row);
    const long top = m_editor->SendScintilla(QsciScintillaBase::SCI_POINTYFROMPOSITION, 0UL, start);
    const long height = m_editor->SendScintilla(QsciScintillaBase::SCI_TEXTHEIGHT, row);
    CodeGutter::Line there{.number = line, .top = static_cast<int>(top), .height = static_cast<int>(height)};
    there.current = line == m_currentLine;
    there.blocking = m_blocking && there.current;
    there.waiting = m_chips.contains(line);
    return there;
  };
  for (const auto& [line, chips] : m_chips) {
    CodeGutter::Line& shown = lines.emplace_back(place(line));
    for (const Chip& chip : chips) shown.chips.push_back(gutterChip(chip));
    shown.more = m_moreTasks && chips.size() > kMostTasks / 2;
  }
  if (m_currentLine > 0 && !m_chips.contains(m_currentLine)) lines.push_back(place(m_currentLine));
  for (const lessons::Diagnostic& hint : m_hints) {
    if (!m_hintsShown || hint.at.line > m_editor->lines()) continue;
    const auto there = std::ranges::find(lines, hint.at.line, &CodeGutter::Line::number);
    CodeGutter::Line& shown = there != lines.end() ? *there : lines.emplace_back(place(hint.at.line));
    shown.hint = hintOf(hint.at.line).remove(u'`');
  }
  const int chosen = m_selection.run == m_run ? static_cast<int>(m_selection.line) : 0;
  if (chosen > 0 && chosen <= m_editor->lines()) {
    const auto there = std::ranges::find(lines, chosen, &CodeGutter::Line::number);
    (there != lines.end() ? *there : lines.emplace_back(place(chosen))).selected = true;
  }
  m_gutter->setLines(std::move(lines));
}

CodeGutter::Chip CodePane::greenletChip(const Chip& chip) const {
  const QString name = greenletName(*m_replay, chip.greenlet);
  const bool main = m_replay->timeline().lanes()[chip.greenlet].parent == replay::kNoLane;
  const bool selected = m_selection.run == m_run && m_selection.lane == chip.greenlet;
  return {.color = greenletColor(*m_replay, chip.greenlet),
          .text = main ? tr("main") : chipText(name),
          .tip = chip.running ? tr("%1 runs").arg(name) : tr("%1 waits").arg(name),
          .strong = chip.running || selected,
          .lane = chip.greenlet};
}

CodeGutter::Chip CodePane::gutterChip(const Chip& chip) const {
  if (chip.greenlet != replay::kNoLane) return greenletChip(chip);
  const std::optional<replay::TaskState> state = m_replay->task_at(chip.task, m_moment);
  QString tip = QString::fromStdString(std::string(m_replay->task_name(chip.task, m_moment)));
  if (state && !state->label.empty()) tip += u' ' + QString::fromStdString(std::string(state->label));
  if (chip.running) {
    tip = tr("%1 runs").arg(tip);
  } else if (state && state->wait.waits()) {
    tip = tr("%1 waits for %2").arg(tip, waitLabel(QString::fromStdString(m_replay->describe(state->wait))));
  }
  const bool selected = m_selection.run == m_run && m_selection.task() == chip.task;
  const QString name = QString::fromStdString(std::string(m_replay->task_name(chip.task, m_moment)));
  return {chip.task, taskOrder(*m_replay, chip.task), chipText(name), tip, chip.running || selected};
}

// ---- cues

void CodePane::showCues() {
  if (m_errorLine > 0) return;
  QList<int> wanted;
  int newest = 0;
  replay::EventIndex newestEvent = 0;
  for (const lessons::Cue& cue : m_cues) {
    if (!m_replay || m_moment.event == 0) break;
    const auto line = static_cast<std::uint32_t>(cue.statement != 0 ? cue.statement : cue.line);
    const std::optional<replay::EventIndex> ran = m_replay->previous_run_of_line(line, m_moment.event + 1);
    if (!ran) continue;
    wanted << cue.line;
    if (*ran >= newestEvent) {
      newestEvent = *ran;
      newest = cue.line;
    }
  }
  if (wanted == m_annotated && newest == m_newestCue && m_openHint == m_annotatedHint) return;
  const int first = m_editor->firstVisibleLine();
  m_editor->clearAnnotations();
  std::map<int, QList<QsciStyledText>> texts;
  for (const lessons::Cue& cue : m_cues) {
    if (!wanted.contains(cue.line)) continue;
    const bool strong = cue.line == newest;
    const CueStyles styles = strong ? CueStyles{kCueText, kCueCode} : CueStyles{kOldCueText, kOldCueCode};
    texts[cue.line] << wrapCue(QString::fromStdString(cue.text), roomUnder(cue.line), styles);
  }
  if (m_openHint > 0) {
    QList<QsciStyledText>& under = texts[m_openHint];
    if (!under.isEmpty()) under << QsciStyledText(QStringLiteral("\n"), kHintText);
    under << wrapCue(QStringLiteral("⚠ ") + hintOf(m_openHint), roomUnder(m_openHint), {kHintText, kHintCode});
  }
  for (const auto& [line, pieces] : texts) m_editor->annotate(line - 1, pieces);
  m_annotated = wanted;
  m_newestCue = newest;
  m_annotatedHint = m_openHint;
  m_editor->setFirstVisibleLine(first);
}

// In pixels, for text that stands under a line.
int CodePane::roomUnder(int line) const {
  const int margins = m_editor->marginWidth(kNumberMargin);
  const int indent = m_editor->indentation(line - 1) * QFontMetrics(codeFont()).horizontalAdvance(u'x');
  return std::max(m_editor->width() - margins - indent - kSpareRight, 120);
}

QString CodePane::underLine(int line) const { return m_editor->annotation(line - 1); }

void CodePane::revealCurrent() {
  int line = m_currentLine;
  if (line == 0 && !m_chips.empty()) line = m_chips.begin()->first;
  if (line == 0) return;
  const auto display =
      m_editor->SendScintilla(QsciScintillaBase::SCI_VISIBLEFROMDOCLINE, static_cast<unsigned long>(line - 1));
  const long wrapped =
      m_editor->SendScintilla(QsciScintillaBase::SCI_ANNOTATIONGETLINES, static_cast<unsigned long>(line - 1));
  const long first = m_editor->SendScintilla(QsciScintillaBase::SCI_GETFIRSTVISIBLELINE);
  const long room = m_editor->SendScintilla(QsciScintillaBase::SCI_LINESONSCREEN);
  if (display < first) {
    m_editor->setFirstVisibleLine(static_cast<int>(std::max(display - 2, 0L)));
  } else if (display + wrapped >= first + room) {
    m_editor->setFirstVisibleLine(static_cast<int>(display + wrapped - room + 2));
  }
}

// ---- editing

bool CodePane::isEditing() const { return m_stack->currentIndex() == 1; }

void CodePane::setEditing(bool editing) {
  if (editing && m_edit == nullptr) {
    m_edit = new CodeEdit(this);
    m_edit->editor().setName(tr("Code of %1, being edited").arg(m_title->text()));
    if (m_theme != nullptr) m_edit->setTheme(*m_theme);
    m_stack->addWidget(m_edit);
    emit editMade(m_edit);
  }
  m_stack->setCurrentIndex(editing ? 1 : 0);
  if (editing) showMarks();
}

void CodePane::dropEdit() {
  if (m_edit == nullptr) return;
  m_stack->setCurrentIndex(0);
  m_edit->disconnect();  // what it holds is of another document
  m_edit->deleteLater();
  m_stack->removeWidget(m_edit);
  m_edit = nullptr;
}

// ---- looks and hands

void CodePane::setEndShown(bool shown) { m_end->setVisible(shown); }

void CodePane::setTheme(const Theme& theme) {
  m_theme = &theme;
  m_lexer->setTheme(theme);
  dressEditor(*m_editor, theme);
  m_gutter->setTheme(theme);
  if (m_edit != nullptr) m_edit->setTheme(theme);
  m_editor->setMarkerBackgroundColor(theme.currentLine, kCurrentLine);
  m_editor->setMarkerBackgroundColor(theme.suspendedLine, kWaitingLine);
  m_editor->setMarkerBackgroundColor(theme.alertBox, kBlockingLine);
  m_editor->setMarkerBackgroundColor(theme.alertBox, kErrorLine);
  const auto style = [&](int number, const QColor& color, const QColor& paper, const QFont& font) {
    QsciStyle(number, {}, color, paper, font).apply(m_editor);
  };
  style(kCueText, theme.cueText, theme.cue, textFont(9));
  style(kCueCode, theme.cueText, theme.cue, codeFont(8.5));
  style(kErrorText, theme.alertText, theme.alertBox, textFont(9));
  style(kErrorCode, theme.alertText, theme.alertBox, codeFont(8.5));
  style(kHintText, theme.hintText, theme.hintBox, textFont(9));
  style(kHintCode, theme.hintText, theme.hintBox, codeFont(8.5));
  m_editor->setIndicatorForegroundColor(theme.warning, kHintWave);
  style(kOldCueText, theme.quietText, theme.surface, textFont(9));
  style(kOldCueCode, theme.quietText, theme.surface, codeFont(8.5));
  m_annotated.clear();
  m_newestCue = 0;
  setMoment(m_moment);
}

void CodePane::chipClicked(ObjectId task) {
  if (m_run >= 0) emit taskChosen(m_run, task);
}

bool CodePane::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Resize && m_theme != nullptr) {
    m_annotated.clear();  // cues are wrapped to the width
    m_newestCue = 0;
    QMetaObject::invokeMethod(
        this,
        [this] {
          showCues();
          showGutter();
        },
        Qt::QueuedConnection);
  }
  if (event->type() == QEvent::ToolTip && watched == m_editor->viewport()) {
    const auto* help = static_cast<QHelpEvent*>(event);
    if (help->x() > m_editor->marginWidth(kNumberMargin) || m_run < 0) return false;
    QToolTip::showText(help->globalPos(), tr("Click: run on to this line. Shift+click: back to when it last ran."),
                       m_editor);
    return true;
  }
  if (watched == m_editor->viewport()) return false;
  // Nothing is typed here: keys belong to the window, but for what scrolls and copies.
  if (event->type() == QEvent::ShortcutOverride) {
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool own = key->matches(QKeySequence::Copy) || key->matches(QKeySequence::SelectAll);
    if (!own) {
      event->ignore();
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace loopline::ui
