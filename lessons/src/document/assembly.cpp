#include "document/assembly.h"

#include <algorithm>
#include <optional>

#include "document/assumed.h"
#include "document/legacy.h"
#include "document/names.h"
#include "run/modules.h"
#include "script/typed_text.h"
#include "source_text.h"

namespace loopline::lessons {
namespace {

// All programs together; beyond that blocks stand alone. No text that people read comes near it.
constexpr std::size_t most_written = std::size_t{64} << 20U;
constexpr std::string_view future_import = "from __future__ import";

bool is_authored(const Scenario& scenario) {
  return std::any_of(scenario.attributes.begin(), scenario.attributes.end(), [](const Attribute& attribute) {
    return attribute.key.text == "name" || attribute.key.text == "expect";
  });
}

void put_all(std::map<std::string, Use, std::less<>>& to, const std::map<std::string, Use, std::less<>>& more) {
  for (const auto& [name, use] : more) {
    Use& merged = to[name];
    merged.attributes.insert(use.attributes.begin(), use.attributes.end());
    merged.is_bare = merged.is_bare || use.is_bare;
    merged.is_awaited = merged.is_awaited || use.is_awaited;
  }
}

// Puts programs together line by line.
class ProgramText {
 public:
  void add(const std::string& statement) {
    m_code += statement + "\n";
    m_shown += statement + "\n";
    m_origins.push_back({});
  }

  /// The line with which the block's own begin. `from __future__` stands at the very top, so it is left out here.
  int add(const Scenario& block, bool is_first) {
    const int first = static_cast<int>(m_origins.size()) + 1;
    const SourceText code(block.own);
    const SourceText shown(block.shown);
    for (int line = 1; line <= code.line_count(); ++line) {
      const bool moved = !is_first && code.line(line).starts_with(future_import);
      m_code += moved ? "" : code.line(line);
      m_code += '\n';
      m_shown += moved ? "" : shown.line(line);
      m_shown += '\n';
      m_origins.push_back({block.first_line + line - 1, block.indent});
    }
    return first;
  }

  std::string m_code;
  std::string m_shown;
  std::vector<Scenario::Origin> m_origins;
};

class Assembler {
 public:
  explicit Assembler(std::vector<Scenario>& scenarios) : m_scenarios(scenarios) {
    for (Scenario& scenario : scenarios) {
      scenario.own = scenario.code;
      if (!is_authored(scenario) && rename_async(scenario.own))
        scenario.legacy = "asyncio.async() is no syntax since Python 3.7; asyncio.create_task() took its place.";
      m_names.push_back(names_of(scenario));
    }
    for (std::size_t index = 0; index < m_names.size(); ++index) {
      for (const std::string& name : m_names[index].defines) m_providers[name].push_back(index);
    }
  }

  void assemble() {
    std::vector<Scenario> blocks = m_scenarios;  // as they stand in the text
    for (std::size_t index = 0; index < m_scenarios.size(); ++index) {
      Scenario& scenario = m_scenarios[index];
      scenario.form.awaits = m_names[index].awaits && !is_authored(scenario);
      if (!is_authored(scenario) && m_names[index].parsed) find_what_it_needs(index);
      scenario.only_defines = m_names[index].parsed && m_names[index].only_defines;
      put_together(index, blocks);
      if (!is_authored(scenario) && scenario.legacy.empty()) scenario.legacy = legacy_in(scenario.code);
    }
  }

 private:
  // What a session types that is no Python names nothing.
  static ProgramNames names_of(const Scenario& scenario) {
    ProgramNames names = names_in(scenario.own);
    if (names.parsed || scenario.inputs.empty()) return names;
    script::ProgramForm form;
    add_inputs(scenario, 1, form);
    return names_in(script::typed_text(scenario.own, form).text);
  }

  // The last block before `end` that defines the name.
  std::optional<std::size_t> provider(std::string_view name, std::size_t end) const {
    const auto found = m_providers.find(name);
    if (found == m_providers.end()) return std::nullopt;
    const auto after = std::lower_bound(found->second.begin(), found->second.end(), end);
    return after == found->second.begin() ? std::nullopt : std::optional(*(after - 1));
  }

  // The block is a program of its own of which nothing but an import is wanted.
  bool only_imports(std::size_t block, const std::string& name) const {
    return !m_names[block].only_defines && m_names[block].imports.contains(name);
  }

  void find_what_it_needs(std::size_t index) {
    std::set<std::size_t> included;
    std::vector<std::size_t> open{index};
    Missing missing_own;
    Missing missing_others;
    while (!open.empty()) {
      const std::size_t block = open.back();
      open.pop_back();
      Missing& missing = block == index ? missing_own : missing_others;
      const auto want = [&](const std::map<std::string, Use, std::less<>>& uses, std::size_t end) {
        for (const auto& [name, use] : uses) {
          const std::optional<std::size_t> from = provider(name, end);
          if (!from || only_imports(*from, name)) {
            put_all(missing, {{name, use}});
          } else if (*from != index && *from != block && included.insert(*from).second) {
            open.push_back(*from);
          }
        }
      };
      want(m_names[block].now, block);
      want(m_names[block].later, index);
    }
    Scenario& scenario = m_scenarios[index];
    scenario.needs.assign(included.begin(), included.end());
    Names defined = m_names[index].defines;
    for (const std::size_t each : scenario.needs) {
      defined.insert(m_names[each].defines.begin(), m_names[each].defines.end());
      scenario.form.awaits = scenario.form.awaits || m_names[each].awaits;
    }
    assume(scenario, missing_own, defined, index);
    scenario.own_assumed = scenario.assumed.size();
    for (const AssumedImport& each : scenario.assumed) defined.insert(each.name);
    assume(scenario, missing_others, defined, index);
    scenario.form.runner = runner_of(scenario, index);
  }

  // A library with a loop of its own, if the program imports one and not asyncio.
  std::string_view runner_of(const Scenario& scenario, std::size_t index) const {
    const auto imports = [&](std::string_view module) {
      const std::string statement = "import " + std::string(module);
      const auto has = [&](const ProgramNames& names) {
        const auto found = names.imports.find(module);
        return found != names.imports.end() && found->second == statement;
      };
      return has(m_names[index]) ||
             std::any_of(scenario.needs.begin(), scenario.needs.end(),
                         [&](std::size_t each) { return has(m_names[each]); }) ||
             std::any_of(scenario.assumed.begin(), scenario.assumed.end(),
                         [&](const AssumedImport& each) { return each.statement == statement; });
    };
    for (const std::string_view library : {"trio", "curio"}) {
      if (!imports("asyncio") && imports(library)) return library;
    }
    return "asyncio";
  }

  using Missing = std::map<std::string, Use, std::less<>>;

  void assume(Scenario& scenario, const Missing& missing, const Names& defined, std::size_t index) const {
    for (const auto& [name, use] : missing) {
      if (defined.contains(name) || has_star_import(scenario, index)) continue;
      if (std::optional<std::string> statement = import_for(name, use, index)) {
        scenario.assumed.push_back({name, std::move(*statement)});
      }
    }
  }

  bool has_star_import(const Scenario& scenario, std::size_t index) const {
    const auto has = [&](std::size_t each) { return !m_names[each].star_imports.empty(); };
    return has(index) || std::any_of(scenario.needs.begin(), scenario.needs.end(), has);
  }

  // The import of another block tells best what a name means: the last one before, or else the next.
  std::optional<std::string> import_for(const std::string& name, const Use& use, std::size_t index) const {
    const auto known = m_providers.find(name);
    if (known != m_providers.end()) {
      if (const std::optional<std::size_t> before = provider(name, index)) {
        const auto found = m_names[*before].imports.find(name);
        if (found != m_names[*before].imports.end()) return found->second;
      }
      const auto later = std::upper_bound(known->second.begin(), known->second.end(), index);
      if (later != known->second.end()) {
        const auto found = m_names[*later].imports.find(name);
        if (found == m_names[*later].imports.end()) return std::nullopt;
        return found->second;
      }
    }
    for (std::size_t before = index; before-- > 0;) {
      for (const std::string& module : m_names[before].star_imports) {
        if (run::star_import_binds(module, name)) return "from " + module + " import " + name;
      }
    }
    return assumed_import(name, use);
  }

  void put_together(std::size_t index, const std::vector<Scenario>& blocks) {
    Scenario& scenario = m_scenarios[index];
    scenario.form.inputs.clear();
    if (m_written > most_written) scenario.needs.clear();
    if (scenario.needs.empty() && scenario.assumed.empty()) {
      scenario.code = scenario.own;
      add_inputs(scenario, 1, scenario.form);
      return;
    }
    ProgramText text;
    add_future_imports(index, text);
    for (const AssumedImport& each : scenario.assumed) text.add(each.statement);
    const auto add = [&](const Scenario& block) {
      const int first = text.add(block, text.m_origins.empty());
      add_inputs(block, first, scenario.form);
      return first;
    };
    for (const std::size_t each : scenario.needs) add(blocks[each]);
    const int own_line = add(blocks[index]);
    m_written += text.m_code.size();
    shift(scenario, own_line - 1);
    scenario.code = std::move(text.m_code);
    scenario.shown = std::move(text.m_shown);
    scenario.origins = std::move(text.m_origins);
  }

  // What was typed in a block whose first line is the program's `first`.
  static void add_inputs(const Scenario& block, int first, script::ProgramForm& form) {
    for (const SessionInput& input : block.inputs) {
      form.inputs.push_back({first + input.line - 1, first + input.last_line - 1});
    }
  }

  void add_future_imports(std::size_t index, ProgramText& text) const {
    Names statements;
    const auto collect = [&](const Scenario& block) {
      const SourceText code(block.own);
      for (int line = 1; line <= code.line_count(); ++line) {
        if (code.line(line).starts_with(future_import)) statements.emplace(code.line(line));
      }
    };
    for (const std::size_t each : m_scenarios[index].needs) collect(m_scenarios[each]);
    collect(m_scenarios[index]);
    for (const std::string& statement : statements) text.add(statement);
  }

  // What counts lines of the block's own code counts those of the program from now on.
  static void shift(Scenario& scenario, int lines) {
    scenario.own_line += lines;
    for (Cue& cue : scenario.cues) cue.line += lines, cue.statement += lines;
    for (int& line : scenario.folded) line += lines;
    for (SessionInput& input : scenario.inputs) input.line += lines, input.last_line += lines;
  }

  std::vector<Scenario>& m_scenarios;
  std::vector<ProgramNames> m_names;
  std::map<std::string_view, std::vector<std::size_t>> m_providers;  // blocks in order
  std::size_t m_written = 0;
};

}  // namespace

void assemble(Lesson& lesson) { Assembler(lesson.scenarios).assemble(); }

}  // namespace loopline::lessons
