// Changing one scenario's code within the text of its lesson.
#include <algorithm>

#include "lessons/load.h"
#include "ui_model/hint_text.h"
#include "ui_model/lesson_session.h"

namespace loopline::ui {

namespace {

QString trimmedEnd(QString text) {
  while (text.endsWith(u'\n')) text.chop(1);
  return text;
}

// What stands before each line of the block: spaces of a list, "> " of a quotation. None: it is not there line by line.
std::optional<QString> prefixOf(const QStringList& file, const QStringList& code, qsizetype first) {
  std::optional<QString> prefix;
  for (qsizetype i = 0; i < code.size(); ++i) {
    if (first + i >= file.size()) return std::nullopt;
    const QString& line = file[first + i];
    if (code[i].isEmpty()) continue;
    if (!line.endsWith(code[i])) return std::nullopt;
    const QString before = line.left(line.size() - code[i].size());
    if (prefix && *prefix != before) return std::nullopt;
    prefix = before;
  }
  return prefix.value_or(QString());
}

}  // namespace

const lessons::Diagnostics& LessonSession::hintsOf(std::size_t scenario) {
  static const lessons::Diagnostics kNone;
  if (scenario >= m_scenarios.size()) return kNone;
  std::optional<lessons::Diagnostics>& hints = m_scenarios[scenario].hints;
  if (!hints) hints = m_lesson ? hintsIn(*m_lesson, m_lesson->scenarios[scenario]) : kNone;
  return *hints;
}

QString LessonSession::codeOf(std::size_t scenario) const {
  if (!m_lesson || scenario >= m_lesson->scenarios.size()) return {};
  return trimmedEnd(QString::fromStdString(m_lesson->scenarios[scenario].code));
}

// The text with other code in the place of a scenario's; null where it cannot be put there.
QString LessonSession::withCode(std::size_t scenario, const QString& code) const {
  if (isScript()) return trimmedEnd(code) + u'\n';
  const lessons::Scenario& block = m_lesson->scenarios[scenario];
  QStringList file = m_text.split(u'\n');
  const QStringList old = codeOf(scenario).split(u'\n');
  const qsizetype first = block.first_line - 1;
  const std::optional<QString> prefix = first < 0 ? std::nullopt : prefixOf(file, old, first);
  if (!prefix) return {};
  for (qsizetype i = 0; i < old.size(); ++i) file.removeAt(first);
  const QStringList lines = trimmedEnd(code).split(u'\n');
  QString bare = *prefix;  // no spaces at the end of an empty line
  while (bare.endsWith(u' ')) bare.chop(1);
  for (qsizetype i = 0; i < lines.size(); ++i) {
    file.insert(first + i, lines[i].isEmpty() ? bare : *prefix + lines[i]);
  }
  return file.join(u'\n');
}

bool LessonSession::canEdit(std::size_t scenario) const {
  if (!isEditable() || !m_lesson || scenario >= m_lesson->scenarios.size()) return false;
  return isScript() || !withCode(scenario, codeOf(scenario)).isNull();
}

bool LessonSession::setCode(std::size_t scenario, const QString& code) {
  if (!canEdit(scenario)) return false;
  if (trimmedEnd(code) == codeOf(scenario)) return true;
  const QString text = withCode(scenario, code);
  const std::string name = m_path.isEmpty() ? "lesson.md" : m_path.toStdString();
  const lessons::Loaded loaded = lessons::load_lesson(text.toStdString(), name);
  const bool whole = loaded.lesson && loaded.lesson->scenarios.size() == m_lesson->scenarios.size() &&
                     trimmedEnd(QString::fromStdString(loaded.lesson->scenarios[scenario].code)) == trimmedEnd(code);
  if (!whole && !isScript()) return false;
  setText(text);
  return true;
}

QString LessonSession::originalCodeOf(std::size_t scenario) const {
  if (scenario >= m_scenarios.size()) return {};
  if (isScript()) return trimmedEnd(m_savedText);
  const std::string name = m_path.isEmpty() ? "lesson.md" : m_path.toStdString();
  const lessons::Loaded saved = lessons::load_lesson(m_savedText.toStdString(), name);
  const lessons::Scenario* found =
      saved.lesson ? saved.lesson->scenario(m_scenarios[scenario].name.toStdString()) : nullptr;
  return found == nullptr ? QString() : trimmedEnd(QString::fromStdString(found->code));
}

lessons::Diagnostics LessonSession::problemsOf(std::size_t scenario) {
  lessons::Diagnostics found;
  if (!m_lesson || scenario >= m_lesson->scenarios.size()) return found;
  const lessons::Scenario& block = m_lesson->scenarios[scenario];
  const int last = block.first_line + static_cast<int>(codeOf(scenario).count(u'\n'));
  for (lessons::Diagnostic problem : m_textProblems) {
    if (problem.at.line < block.first_line || problem.at.line > last) continue;
    problem.at.line -= block.first_line - 1;
    problem.at.column = std::max(problem.at.column - block.indent, 1);
    found.push_back(std::move(problem));
  }
  // How its run ended is told to who wrote the code, not to who wrote the lesson.
  const std::optional<RunEnd>& end = m_scenarios[scenario].end;
  const bool bad = end && (end->kind == RunEnd::Kind::invalid || end->kind == RunEnd::Kind::raised);
  if (bad && end->line > 0) {
    found.push_back({.severity = lessons::Severity::error,
                     .file = m_lesson->path,
                     .at = {end->line, std::max(end->column, 1)},
                     .message = end->text.toStdString(),
                     .suggestion = {}});
  }
  const lessons::Diagnostics& hints = hintsOf(scenario);
  found.insert(found.end(), hints.begin(), hints.end());
  lessons::sort_by_position(found);
  return found;
}

}  // namespace loopline::ui
