# Writes OUTPUT, a C++ source that defines embedded_modules() with the FILES (a list joined by '|') below ROOT. Run at
# build time: cmake -DOUTPUT=x.cpp -DROOT=modules -DFILES=a.py|b.py -P embed.cmake
string(REPLACE "|" ";" files "${FILES}")
set(arrays "")
set(entries "")
set(count 0)
foreach(file IN LISTS files)
  file(RELATIVE_PATH name "${ROOT}" "${file}")
  string(REGEX REPLACE "(/__init__)?\\.py$" "" name "${name}")
  string(REPLACE "/" "." name "${name}")
  file(READ "${file}" hex HEX)
  string(REGEX REPLACE "(................................)" "\\1\n" hex "${hex}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${hex}")
  string(APPEND arrays "constexpr char module_${count}[] = {\n${bytes}'\\0'};\n")
  string(APPEND entries "    {\"${name}\", {module_${count}, sizeof module_${count} - 1}},\n")
  math(EXPR count "${count} + 1")
endforeach()
file(WRITE "${OUTPUT}" "// Made by embed.cmake.
#include \"embedded_modules.h\"

#include <array>

namespace loopline::world {
namespace {

${arrays}
constexpr std::array<EmbeddedModule, ${count}> modules{{
${entries}}};

}  // namespace

std::span<const EmbeddedModule> embedded_modules() { return modules; }

}  // namespace loopline::world
")
