#include "ui_model/hint_text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>
#include <algorithm>
#include <array>
#include <vector>

#include "lessons/hints.h"

namespace loopline::ui {

namespace {

// As the checker says them; what stands at %1 … is the program's.
constexpr std::array kHints{
    QT_TRANSLATE_NOOP("loopline::ui::Hints",
                      "'%1' makes a coroutine that nobody awaits, so nothing of it runs. Write 'await %2' to wait for "
                      "it, or 'asyncio.create_task(%3)' to let it run beside."),
    QT_TRANSLATE_NOOP("loopline::ui::Hints",
                      "The result of gather() is not awaited: the coroutine goes on at once, and what goes wrong is "
                      "lost. Write 'await %1'."),
    QT_TRANSLATE_NOOP("loopline::ui::Hints",
                      "Nothing keeps the task. The loop itself only remembers it weakly, so that it may vanish before "
                      "it is done; keep it in a variable or a set, and await it: 'task = %1'."),
    QT_TRANSLATE_NOOP("loopline::ui::Hints",
                      "'%1' returns a coroutine, which this does not wait for: it takes a second await. Write 'await "
                      "(await %2)', or let the coroutine return what it awaited."),
    QT_TRANSLATE_NOOP("loopline::ui::Hints",
                      "'%1' returns a task, which this does not wait for: it takes a second await. Write 'await (await "
                      "%2)', or let the coroutine return what it awaited."),
    QT_TRANSLATE_NOOP("loopline::ui::Hints",
                      "'%1' returns a future, which this does not wait for: it takes a second await. Write 'await "
                      "(await %2)', or let the coroutine return what it awaited."),
    QT_TRANSLATE_NOOP("loopline::ui::Hints",
                      "'%1' is a coroutine function and cannot be awaited; call it: 'await %2()'."),
    QT_TRANSLATE_NOOP("loopline::ui::Hints",
                      "'%1' is an asynchronous generator, which gives its values one by one; write 'async for item in "
                      "%2'."),
    QT_TRANSLATE_NOOP("loopline::ui::Hints",
                      "'%1' gives a future for threads, which cannot be awaited; write 'await "
                      "asyncio.wrap_future(%2)'."),
    QT_TRANSLATE_NOOP("loopline::ui::Hints",
                      "'%1' is nothing that can be awaited: await takes coroutines, tasks and futures."),
    QT_TRANSLATE_NOOP("loopline::ui::Hints",
                      "'%1' is nothing that can be awaited: await takes coroutines, tasks and futures. Make it 'async "
                      "def', or leave 'await' out."),
    QT_TRANSLATE_NOOP("loopline::ui::Hints",
                      "'%1' is nothing that can be awaited: await takes coroutines, tasks and futures. Use %2."),
    QT_TRANSLATE_NOOP("loopline::ui::Hints",
                      "'%1' is nothing that can be awaited: await takes coroutines, tasks and futures. To wait for all "
                      "of a list write 'await asyncio.gather(*%2)'."),
    QT_TRANSLATE_NOOP("loopline::ui::Hints",
                      "The task is awaited where it is made, so that nothing runs beside it: 'await %1' does the same. "
                      "To run several at once make all tasks first and await them afterwards."),
    QT_TRANSLATE_NOOP("loopline::ui::Hints",
                      "asyncio.run() starts a loop of its own, which a running loop does not allow: RuntimeError. "
                      "Write 'await %1'."),
    QT_TRANSLATE_NOOP("loopline::ui::Hints",
                      "A loop that runs already cannot be run again: RuntimeError. Write 'await %1'."),
    QT_TRANSLATE_NOOP("loopline::ui::Hints",
                      "'%1' blocks the whole loop: no other task runs until it returns. Use %2."),
    QT_TRANSLATE_NOOP("loopline::ui::Hints",
                      "'%1' calls %2, which blocks the whole loop: no other task runs until it returns. Write 'await "
                      "asyncio.to_thread(%3, …)'."),
    QT_TRANSLATE_NOOP("loopline::ui::Hints",
                      "'%1' only calls '%2', which makes a coroutine that nobody awaits. Pass a plain function that "
                      "starts it: 'lambda: asyncio.create_task(%3())'."),
    QT_TRANSLATE_NOOP("loopline::ui::Hints",
                      "'%1' is a coroutine function; '%2' takes what calling it gives. Write '%3'."),
    QT_TRANSLATE_NOOP("loopline::ui::Hints",
                      "The thread only calls '%1', which makes a coroutine that nobody awaits. Write "
                      "'target=asyncio.run, args=(%2(),)'."),
};

// A pattern that what is filled in does not spoil, whatever characters it has.
QRegularExpression patternOf(const QString& words) {
  QString pattern = QRegularExpression::escape(words);
  for (int place = 1; place <= 3; ++place) {
    pattern.replace(QStringLiteral("\\%%1").arg(place), QStringLiteral("(.+?)"));
  }
  return QRegularExpression(QRegularExpression::anchoredPattern(pattern),
                            QRegularExpression::DotMatchesEverythingOption);
}

struct Found {
  const char* words = nullptr;  // null: none of them fits
  QStringList filled;
};

Found findHint(const QString& message) {
  static const std::vector<QRegularExpression> kPatterns = [] {
    std::vector<QRegularExpression> patterns;
    for (const char* words : kHints) patterns.push_back(patternOf(QString::fromUtf8(words)));
    return patterns;
  }();
  for (std::size_t i = 0; i < kHints.size(); ++i) {
    const QRegularExpressionMatch match = kPatterns[i].match(message);
    if (match.hasMatch()) return {kHints[i], match.capturedTexts().sliced(1)};
  }
  return {};
}

// Code stands between single quotes in the checker's words; here it is set as code.
QString quotesToCode(const QString& words) {
  static const QRegularExpression quoted(QStringLiteral("'([^']*)'"));
  return QString(words).replace(quoted, QStringLiteral("`\\1`"));
}

// "aiohttp, or await asyncio.to_thread(…)"
QString instead(const QString& text) {
  const QStringList ways = text.split(QStringLiteral(", or "));
  QStringList set;
  for (const QString& way : ways) set << u'`' + way + u'`';
  return set.join(QCoreApplication::translate("loopline::ui::Hints", ", or "));
}

// The line of a scenario's code that stands on a line of the file; 0: none does.
int lineOfCode(const lessons::Scenario& scenario, int fileLine) {
  if (scenario.origins.empty()) return fileLine - scenario.first_line + scenario.own_line;
  const auto origin = std::ranges::find(scenario.origins, fileLine, &lessons::Scenario::Origin::line);
  return origin == scenario.origins.end() ? 0 : static_cast<int>(origin - scenario.origins.begin()) + 1;
}

}  // namespace

bool isKnownHint(std::string_view message) {
  return findHint(QString::fromUtf8(message.data(), static_cast<qsizetype>(message.size()))).words != nullptr;
}

QString hintText(std::string_view message) {
  const QString said = QString::fromUtf8(message.data(), static_cast<qsizetype>(message.size()));
  const Found found = findHint(said);
  if (found.words == nullptr) return said;
  const QString text = quotesToCode(QCoreApplication::translate("loopline::ui::Hints", found.words));
  QStringList filled = found.filled;
  if (filled.size() == 2 && QString::fromUtf8(found.words).endsWith(QStringLiteral("Use %2."))) {
    filled[1] = instead(filled[1]);
  }
  // All at once: a place within what is filled in stays what it is.
  if (filled.size() == 1) return text.arg(filled[0]);
  if (filled.size() == 2) return text.arg(filled[0], filled[1]);
  return filled.size() == 3 ? text.arg(filled[0], filled[1], filled[2]) : text;
}

lessons::Diagnostics hintsIn(const lessons::Lesson& lesson, const lessons::Scenario& scenario) {
  lessons::Diagnostics hints;
  for (lessons::Diagnostic hint : lessons::hints_of(lesson, scenario)) {
    const int line = lineOfCode(scenario, hint.at.line);
    if (line < 1) continue;
    const auto place = static_cast<std::size_t>(line - 1);
    const int indent = place < scenario.origins.size() ? scenario.origins[place].indent : scenario.indent;
    hint.at = {line, std::max(hint.at.column - indent, 1)};
    hint.message = hintText(hint.message).toStdString();
    hints.push_back(std::move(hint));
  }
  lessons::sort_by_position(hints);
  return hints;
}

}  // namespace loopline::ui
