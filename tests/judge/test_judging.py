"""What becomes of terms in pairs: what is named, with which grade, and what is innocent.  The pairs are those of a catalogue."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from building import entry, glossary

from linter import lint_text
from linter.config import Settings
from linter.finding import Finding
from linter.glossary.model import Entry
from linter.judge.verdicts import judge
from linter.project import Reader, document_of

Pairs = list[tuple[str, str]]

CAPEX = entry("CapEx", "资本支出")
AGENT = entry("agent", "智能体")
FILLER: Pairs = [
    ("The tests run every night.", "测试每晚运行。"),
    ("We write one page about every change.", "每次改动我们都写一页说明。"),
    ("The office is quiet on Fridays.", "周五办公室很安静。"),
    ("Releases are numbered by date.", "版本按日期编号。"),
    ("Old logs are deleted in spring.", "旧日志在春天删除。"),
    ("A cup of tea helps.", "喝杯茶会有帮助。"),
    ("The road to the harbour is steep.", "通往港口的路很陡。"),
    ("Nobody reads the manual twice.", "没人会把手册读两遍。"),
]
THINGS = {"poem": "诗歌", "letter": "信件", "law": "法律", "song": "歌曲", "play": "剧本", "novel": "小说", "recipe": "菜谱"}
TRANSLATIONS = [(f"A translation of the {thing} was printed.", f"{chinese}的翻译已付印。") for thing, chinese in THINGS.items()]


class Case(NamedTuple):
    about: str
    rows: tuple[Entry, ...]
    pairs: Pairs
    findings: list[tuple[int, str, str, str]]  # pair (from 1), code, what is named, severity


CASES = [
    Case(
        "a rendering that differs in one character, in a row followed elsewhere",
        (CAPEX,),
        [
            ("The CapEx of the plant is high.", "工厂的资本支出很高。"),
            ("We cut the CapEx by half.", "我们把资金支出削减了一半。"),
            *FILLER,
        ],
        [(2, "GL101", "资金支出", "error")],
    ),
    Case(
        "a rendering cut short before the word for what follows: 复数翻译 is 翻译 with a piece of 复数形式",
        (entry("plural form", "复数形式"),),
        [
            ("The plural form is missing.", "缺少复数形式。"),
            ("Plural form translations are rare.", "复数形式的翻译很少见。"),
            ("Two plural form translations were read.", "读入了两条复数形式的翻译。"),
            ("The catalogue has plural form translations.", "目录有复数翻译。"),
            ("These plural form translations are old.", "这些复数翻译是旧的。"),
            ("Delete plural form translations.", "删除复数翻译。"),
            *FILLER,
            *TRANSLATIONS,
        ],
        [],
    ),
    Case(
        "a free rendering that recurs and is another row's: that word may only be meant",
        (entry("pixel", "像素"), entry("spacing", "间距")),
        [
            ("The spacing is too wide.", "间距太宽。"),
            ("One pixel is enough.", "一个像素就够。"),
            ("The pixel is blue.", "该像素是蓝色的。"),
            ("Pixels above the first line.", "首行上方的间距。"),
            ("Pixels below a paragraph.", "段落下方的间距。"),
            ("Pixels inside the frame.", "边框内的间距。"),
            ("Pixels between columns.", "各列之间的间距。"),
            ("The gap must not vary.", "间距不可变化。"),
            ("Leave some room here.", "这里留些间距。"),
            *FILLER,
            *TRANSLATIONS,
        ],
        [(number, "GL101", "间距", "warning") for number in (4, 5, 6, 7)],
    ),
    Case(
        "what only a dictionary knows, and not the most usual rendering: another sense may be meant",
        (entry("register", "账簿"),),
        [
            ("The register is full.", "账簿已满。"),
            ("Open the register.", "打开账簿。"),
            *[
                (
                    f"In the old town the register of the {thing} lies on the table.",
                    f"在旧城里，{chinese}的登记簿放在一张桌子上面。",
                )
                for thing, chinese in THINGS.items()
            ],
            ("The register holds eight bits.", "寄存器有八位。"),
            ("Read the second register of the chip.", "读取芯片的第二个寄存器。"),
            ("This instruction clears a register.", "这条指令清空一个寄存器。"),
            *FILLER,
            *TRANSLATIONS,
        ],
        [(number, "GL101", "寄存器", "warning") for number in (10, 11, 12)],
    ),
    Case(
        "a title that is a part of the rendering: it may be short for it",
        (entry("voucher set", "优惠券集"),),
        [("The voucher set is large.", "优惠券集很大。"), ("Voucher set", "优惠券"), *FILLER],
        [(2, "GL101", "优惠券", "warning")],
    ),
    Case(
        "a title that is nearly the rendering",
        (entry("voucher set", "优惠券集"),),
        [("The voucher set is large.", "优惠券集很大。"), ("Voucher set", "优惠证集"), *FILLER],
        [(2, "GL101", "优惠证集", "error")],
    ),
    Case(
        "the same other rendering in several places",
        (entry("backfill", "回填"),),
        [
            ("The backfill takes two days.", "回填需要两天。"),
            ("A backfill failed in March.", "三月有一次补录失败。"),
            ("Nobody watches the backfill.", "没有人盯着补录。"),
            ("Start the backfill on Sunday.", "周日启动补录。"),
            *FILLER,
        ],
        [(2, "GL101", "补录", "error"), (3, "GL101", "补录", "error"), (4, "GL101", "补录", "error")],
    ),
    Case(
        "a declared variant, beside a right rendering",
        (AGENT._replace(deprecated=("代理",)),),
        [("One agent asks another agent.", "一个智能体询问另一个代理。"), *FILLER],
        [(1, "GL301", "代理", "error")],
    ),
    Case(
        "a protected compound is no variant",
        (AGENT._replace(deprecated=("代理",), unless=("代理服务器",)),),
        [("The agent uses a proxy server.", "智能体使用代理服务器。"), *FILLER],
        [],
    ),
    Case(
        "an established wrong rendering beside a right one",
        (entry("backfill", "回填"),),
        [
            ("A backfill takes two days.", "回填需要两天。"),
            ("A backfill failed in March.", "三月有一次补录失败。"),
            ("Nobody watches the backfill.", "没有人盯着补录。"),
            ("Start the backfill on Sunday.", "周日启动补录。"),
            ("The first backfill waits for the second backfill.", "第一次回填要等第二次补录。"),
            *FILLER,
        ],
        [
            (2, "GL101", "补录", "error"),
            (3, "GL101", "补录", "error"),
            (4, "GL101", "补录", "error"),
            (5, "GL101", "补录", "error"),
        ],
    ),
    Case(
        "a near rendering beside a right one",
        (entry("node", "节点"),),
        [("One node, and two nodes.", "节点一个，结点两个。"), ("The node is up.", "节点已启动。"), *FILLER],
        [(1, "GL101", "结点", "warning")],
    ),
    Case(
        "a heading that is the term alone",
        (entry("fine-tuning", "微调"),),
        [("Fine-tuning", "精调"), ("We like fine-tuning.", "我们喜欢微调。"), *FILLER],
        [(1, "GL101", "精调", "warning")],
    ),
    Case(
        "a shorter term of another row in a gloss",
        (entry("pre-training", "预训练"), entry("fine-tuning", "微调")),
        [("Pre-training is dear.", "微调（pre-training）很贵。"), *FILLER],
        [(1, "GL201", "微调", "error")],
    ),
    Case(
        "rows told apart by context words",
        (entry("key", "密钥", when=("encrypt", "secret")), entry("key", "主键", when=("table", "database"))),
        [
            ("Encrypt the file with a key.", "用密钥加密文件。"),
            ("Every table has a key.", "每张表都有主键。"),
            ("Press any key.", "按任意键。"),
        ],
        [],
    ),
    Case(
        "rows that share a form, noun and verb",
        (entry("build", "构建版本", pos="noun"), entry("build", "构建", pos="verb")),
        [("Build it again.", "再构建一次。"), ("The build is red.", "构建版本有问题。"), *FILLER],
        [],
    ),
    Case(
        "a sentence of names is no heading",
        (entry("agent", "智能体"),),
        [("It supports the Google Agent Development Kit.", "它支持谷歌的开发套件。"), *FILLER],
        [],
    ),
    Case(
        "a repeat that is dropped",
        (AGENT,),
        [("An agent calls another agent, and that agent answers.", "一个智能体呼叫另一个，后者作答。")],
        [],
    ),
    Case("a dropped term names nothing", (AGENT,), [("Ask the agent for help.", "请求帮助。"), *FILLER], []),
    Case(
        "another script",
        (AGENT,),
        [("The agent is running.", "智能體正在运行。"), ("The agent stops here.", "智能体在这里停下。"), *FILLER],
        [(1, "GL302", "智能體", "error")],
    ),
    Case(
        "a Traditional text has its own script",
        (AGENT,),
        [("The agent is running.", "這個智能體還在運行。"), ("It stops.", "它會停下來。")],
        [],
    ),
    Case(
        "a word left in English",
        (entry("throughput budget", "吞吐预算"),),
        [
            ("The throughput budget is small.", "这个 throughput budget 很小。"),
            ("Keep the throughput budget.", "保住吞吐预算。"),
            *FILLER,
        ],
        [(1, "GL102", "throughput budget", "error")],
    ),
    Case(
        "one word of a term left in English",
        (entry("agentic system", "代理系统"),),
        [
            ("Agentic systems plan ahead.", "代理系统会提前规划。"),
            ("We build agentic systems.", "我们构建 Agentic 系统。"),
            *FILLER,
        ],
        [(2, "GL102", "Agentic", "error")],
    ),
    Case(
        "an acronym is at home in Chinese",
        (entry("large language model/LLM", "大语言模型"),),
        [("LLMs write code.", "LLM 会写代码。")],
        [],
    ),
    Case(
        "a gloss that contradicts the row",
        (entry("pre-training", "预训练"), entry("post-training", "后训练")),
        [("We talk about pre-training.", "我们谈谈后训练(pre-training)。"), *FILLER],
        [(1, "GL201", "后训练", "error")],
    ),
    Case(
        "a gloss inside the term",
        (entry("agentic society", "智能体社会"),),
        [("An agentic society.", "一个智能体(agentic)社会。")],
        [],
    ),
    Case("a gloss that agrees", (AGENT,), [("The agent waits.", "智能体（agent）在等待。"), *FILLER], []),
    Case(
        "a particle inside the term",
        (entry("tool use", "工具使用"),),
        [("Tool use is taught early.", "工具的使用很早就教。"), *FILLER],
        [],
    ),
    Case(
        "an attribute without its particle",
        (entry("proactive", "主动的"),),
        [("A proactive partner.", "一位主动伙伴。"), *FILLER],
        [],
    ),
    Case("an idiom", (entry("term", "术语"),), [("In terms of speed, it is fine.", "就速度而言没有问题。"), *FILLER], []),
    Case("a name", (entry("slack", "余量"),), [("We met on Slack yesterday.", "我们昨天在 Slack 上见面。"), *FILLER], []),
    Case(
        "a noun's row and a verb",
        (entry("list", "列表"),),
        [
            ("The list is long.", "列表很长。"),
            ("Sort the list first.", "先对列表排序。"),
            ("The table below lists every port.", "下表列出每个端口。"),
            ("All options are listed above.", "所有选项均已在上面列出。"),
            ("They are listed in the appendix.", "它们在附录中列出。"),
            *FILLER,
        ],
        [],
    ),
    Case(
        "a longer term that is in no row",
        (entry("descriptor", "描述器"),),
        [
            ("A descriptor guards the attribute.", "描述器守护着属性。"),
            ("Write a descriptor once.", "描述器只写一次。"),
            ("The descriptor wins.", "描述器优先。"),
            ("Every descriptor has a name.", "每个描述器都有名字。"),
            ("Close the file descriptor.", "关闭文件描述符。"),
            ("The file descriptor is open.", "文件描述符处于打开状态。"),
            ("A file descriptor is a number.", "文件描述符是一个数字。"),
            *FILLER,
        ],
        [],
    ),
    Case(
        "a kept term that is kept",
        (entry("pull request"),),
        [("Open a pull request.", "提交一个 pull request。"), *FILLER],
        [],
    ),
    Case(
        "the halves of a rendering apart",
        (entry("ensemble of models", "模型集成"),),
        [
            ("We use an ensemble of models.", "我们使用由多个模型组成的集成。"),
            ("The ensemble of models wins.", "模型集成胜出。"),
            *FILLER,
        ],
        [(1, "GL101", "模型组成的集成", "warning")],
    ),
    Case(
        "a proposed row only warns",
        (CAPEX._replace(status="proposed"),),
        [("Our CapEx grew.", "资本支出增长了。"), ("CapEx fell.", "资金支出下降。"), *FILLER],
        [(2, "GL101", "资金支出", "warning")],
    ),
    Case(
        "an undecided row says nothing",
        (entry("agent", "智能体")._replace(preferred=None, undecided=True),),
        [("An agent.", "一个代理。")],
        [],
    ),
    Case(
        "another row's rendering alone proves nothing",
        (entry("column", "列"), entry("harbour", "港口"), entry("crane", "起重机")),
        [
            ("The harbour is deep.", "港口很深。"),
            ("A harbour needs a crane.", "港口需要起重机。"),
            ("Every column has a title.", "每列都有标题。"),
            ("Choose the column to sort by.", "请选择港口。"),
            *FILLER,
        ],
        [],
    ),
    Case(
        "a particle inside a rendering, dropped beside it and by itself",
        (entry("failing test", "未通过的测试"), entry("planned journey", "计划行程")),
        [
            ("One failing test.", "一个未通过的测试。"),
            ("All failing tests are listed.", "列出所有未通过测试。"),
            ("A planned journey ends; the planned journey is filed.", "计划行程结束后，计划的行程会归档。"),
            *FILLER,
        ],
        [],
    ),
    Case(
        "an adjective of manner before another noun",
        (entry("interactive", "交互式"),),
        [
            ("Start the interactive tool.", "启动交互式工具。"),
            ("It runs in interactive mode, as interactive tools do.", "它像交互式工具一样以交互模式运行。"),
            ("Leave interactive mode.", "退出交互模式。"),
            *FILLER,
        ],
        [],
    ),
    Case(
        "a parenthesis of the English is no gloss",
        (entry("picture", "图片"),),
        [("draw → picture (raw)", "draw → picture（原始的）"), ("A picture.", "一张图片。"), *FILLER],
        [],
    ),
    Case(
        "the English beside its rendering",
        (entry("tarball", "压缩包"),),
        [("Unpack the tarball, then delete the tarball.", "解开 tarball 压缩包，然后删除它。"), *FILLER],
        [],
    ),
    Case(
        "a capitalised name for a value in a synopsis",
        (entry("branch property", "分支属性"),),
        [
            ("Set the branch property of BRANCH to VALUE.", "将 BRANCH 的属性设为 VALUE。"),
            ("The branch property is empty.", "分支属性为空。"),
            *FILLER,
        ],
        [],
    ),
    Case(
        "a modifier of its own, which the dictionary gives for the word beside the term",
        (entry("settings file", "配置文件"),),
        [
            ("The settings file is small.", "配置文件很小。"),
            ("Read the settings file first.", "先读配置文件。"),
            ("It has three important settings files.", "它有三个重要文件。"),
            *FILLER,
        ],
        [],
    ),
    Case(
        "what recurs belongs to the other words of the sentence",
        (entry("widget", "设备"),),
        [
            ("Sharing of data on a small widget at home.", "在家用小盘上的数据分享。"),
            ("Sharing of data on the large widget of the team.", "在团队大盘上的数据分享。"),
            ("Sharing of data without any widget.", "徒手的数据分享。"),
            ("The widget is on.", "设备已打开。"),
            *FILLER,
        ],
        [],
    ),
    Case(
        "messages that differ in one word",
        (entry("argument", "参数"),),
        [
            ("Non-numeric limit argument found", "上限不是数字"),
            ("Non-numeric depth argument given", "深度不是数字"),
            ("Non-numeric width argument", "宽度不是数字"),
            ("The argument is missing.", "缺少参数。"),
            *FILLER,
        ],
        [],
    ),
    Case(
        "a quoted English name",
        (entry("receipt", "收据"),),
        [
            ("The receipt is printed.", "收据已打印。"),
            ("Receipt rolls are folded twice.", "把“Receipt”长条折两次。"),
            ("Receipt paper stays dry.", "让“Receipt”长条保持干燥。"),
            ("Receipt must be signed here.", "在此处的“Receipt”长条上签名。"),
            *FILLER,
        ],
        [],
    ),
    Case(
        "a file that has the term's name",
        (entry("symbol", "符号"),),
        [("Two symbols.", "两个符号。"), ("Edit the symbols file.", "编辑 symbols 文件。"), *FILLER],
        [],
    ),
    Case(
        "a compound of a noun and its head is no verb's row",
        (entry("package", "软件包"),),
        [
            ("Install the package.", "安装软件包。"),
            ("Now you can package such programs.", "现在你可以打包这样的程序了。"),
            ("Everything will be packaged at night.", "一切都会在夜里打包。"),
            ("We package the rest by hand.", "其余的由我们手工打包。"),
            *FILLER,
        ],
        [],
    ),
    Case(
        "a modifier and the term contracted to two characters",
        (entry("price", "价格"),),
        [
            ("The price is fixed.", "价格固定。"),
            ("Ask for the price.", "请询问价格。"),
            ("The share price is shown.", "显示股价。"),
            *FILLER,
        ],
        [],
    ),
    Case(
        "a number of what the row is for",
        (entry("page", "页面"),),
        [
            ("The page is empty.", "页面为空。"),
            ("The number of pages is shown below.", "下方显示页数。"),
            ("Choose the number of pages to print.", "请选择要打印的页数。"),
            ("A total of 4 pages may be read.", "页数以 4 为限。"),
            *FILLER,
        ],
        [],
    ),
    Case(
        "what is left without a negation says the opposite, and is no abbreviation",
        (entry("opacity", "不透明度"),),
        [
            ("The opacity is fixed.", "不透明度固定。"),
            ("Ask the painter for the opacity.", "请向画家询问不透明度。"),
            ("The opacity of the fog over the harbour is low today.", "今天港口上空的雾透明度很低。"),
            *FILLER,
        ],
        [(3, "GL101", "透明度", "error")],
    ),
    Case(
        "a rendering with its halves turned round",
        (entry("net worth", "资产净值"),),
        [
            ("The net worth of the baker is known.", "面包师的资产净值是已知的。"),
            ("Ask the painter for her net worth on the first day of each month.", "请在每月的第一天向画家询问她的净资产。"),
            *FILLER,
        ],
        [(2, "GL101", "净资产", "warning")],
    ),
    Case(
        "the noun of a verb, which Chinese renders by a verb as well",
        (entry("distortion", "畸变"),),
        [
            ("The distortion grows at the edge.", "边上的畸变变大。"),
            ("Without a lamp the distortion of the picture is hard to see.", "没有灯就很难看出画面的失真。"),
            ("The bell has a distortion that the whole village hears on Sundays.", "全村人每个星期天都听到钟声的失真。"),
            ("A thick window adds distortion to whatever the child draws.", "厚窗户给孩子画的东西增加失真。"),
            *FILLER,
        ],
        [(number, "GL101", "失真", "error") for number in (2, 3, 4)],
    ),
    Case(
        "one place, and half of the characters: a synonym",
        (entry("bit depth", "位深"),),
        [
            ("The bit depth is eight.", "位深是八。"),
            ("The old camera of the baker has a lower bit depth than the new one.", "面包师的旧相机比新相机的色深低。"),
            *FILLER,
        ],
        [(2, "GL101", "色深", "warning")],
    ),
    Case(
        "one place, and a word that the dictionary has for the term alone",
        (entry("mortgage", "抵押贷款"),),
        [
            ("The mortgage is paid.", "抵押贷款已付清。"),
            ("Every year the baker pays a part of the mortgage on the old mill.", "面包师每年还一部分旧磨坊的按揭。"),
            *FILLER,
        ],
        [(2, "GL101", "按揭", "warning")],
    ),
    Case(
        "a string that ends in the verb behind the term is no other rendering",
        (entry("branch property", "分支属性"),),
        [
            ("The branch property is empty.", "分支属性为空。"),
            ("Set the branch property of the old oak to a new value.", "把老橡树的属性设为新的值。"),
            *FILLER,
        ],
        [],
    ),
    Case(
        "no term goes across a conjunction",
        (entry("arc", "圆弧"),),
        [
            ("The arc is short.", "圆弧很短。"),
            ("Draw the arc with chalk.", "用粉笔画圆弧。"),
            ("The width of each line and arc in the yard stays the same.", "院子里每条线和弧的宽度不变。"),
            ("Each line and arc on the floor was painted by the baker.", "地上的每条线和弧都是面包师画的。"),
            *FILLER,
        ],
        [],
    ),
    Case(
        "a word of everyday English, and a rendering that has nothing in common with the row's: warned of, and no more",
        (entry("feature", "要素"),),
        [
            ("Count the features of the map.", "数一数地图的要素。"),
            ("Each feature has a colour.", "每个要素都有颜色。"),
            ("The oven of the baker has a feature that dries wet shoes.", "面包师的烤箱有一项烘干湿鞋的功能。"),
            ("Ask the painter which feature of the brush she likes best.", "问问画家最喜欢刷子的哪项功能。"),
            ("A lamp without this feature costs half as much in town.", "没有这项功能的灯在城里便宜一半。"),
            *FILLER,
        ],
        [(number, "GL101", "功能", "warning") for number in (3, 4, 5)],
    ),
    Case(
        "an adjective in a row that is for the verb",
        (entry("slow", "减速"),),
        [
            ("The mud slows the cart.", "泥让车减速。"),
            ("Rain may slow the boat.", "雨会让船减速。"),
            ("The oxen of the baker are slow, heavy and dear.", "面包师的牛缓慢、笨重又贵。"),
            ("Snails are slow and live long in the yard.", "蜗牛缓慢，在院子里活得久。"),
            *FILLER,
        ],
        [],
    ),
    Case(
        "a label of two words, one of which is accounted for",
        (entry("sorceress", "女巫"),),
        [("The sorceress sleeps.", "女巫在睡觉。"), ("Dark Sorceress", "黑暗巫师"), *FILLER],
        [(2, "GL101", "巫师", "warning")],
    ),
    Case(
        "English in an expression, in a call, and in a cell of its own",
        (entry("tolerance", "容差"), entry("geometry", "几何图形")),
        [
            ("If tolerance = 0, the door stays shut.", "如果 tolerance = 0，门就不开。"),
            ("Call ST_Touches(a, geometry) again.", "再次调用 ST_Touches(a, geometry)。"),
            ("The size | geometry | of a thing", "大小 | geometry | 属于一个东西"),
            ("The tolerance is small.", "容差很小。"),
            ("The geometry is old.", "几何图形很旧。"),
            *FILLER,
        ],
        [],
    ),
    Case(
        "a negation that the English has beside the term",
        (entry("permission", "权限"),),
        [
            ("Ask for the permission.", "请申请权限。"),
            ("You do not have permission to sail.", "您无权出海。"),
            ("The cook has no permission to fish.", "厨师无权钓鱼。"),
            ("Without permission, dogs stay ashore.", "无权上船的狗留在岸上。"),
            *FILLER,
        ],
        [],
    ),
]


def catalogue(pairs: Pairs) -> str:
    return "\n\n".join(f'msgid "{english}"\nmsgstr "{chinese}"' for english, chinese in pairs) + "\n"


def judged(case: Case, line_end: str = "\n") -> list[Finding]:
    text = catalogue(case.pairs).replace("\n", line_end)
    return [f for f in lint_text(text, glossary=glossary(*case.rows), path="x.po") if f.severity != "hint"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.about)
def test_findings(case: Case) -> None:
    found = [((f.place.line + 2) // 3, f.code, f.rendering, f.severity) for f in judged(case)]
    assert found == case.findings


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.about)
def test_what_holds_for_every_finding(case: Case) -> None:
    text = catalogue(case.pairs)
    lines = text.split("\n")
    for finding in judged(case):
        assert finding.found == lines[finding.place.line - 1][finding.place.column - 1 : finding.place.end_column - 1]
        assert finding.evidence, "a finding says on what it stands"
        assert finding.glossary is not None
        assert finding.source is not None
        assert finding.term in {row.term for row in case.rows}
    assert [f.place for f in judged(case, "\r\n")] == [f.place for f in judged(case)]


def test_the_order_of_the_pairs_does_not_matter() -> None:
    case = CASES[1]
    backwards = case._replace(pairs=case.pairs[::-1])
    assert sorted(f.rendering or "" for f in judged(backwards)) == sorted(f.rendering or "" for f in judged(case))


@pytest.mark.parametrize(
    ("chinese", "relation"),
    [
        ("没有给出 conffile 文件名。", "not-the-term"),  # the file of that name
        ("没有给出（conffile 文件）名。", "omitted"),  # an aside
    ],
)
def test_english_that_names_the_thing_behind_it_is_there_for_the_term(chinese: str, relation: str) -> None:
    rows = glossary(entry("conffile", "配置"))
    text = f'msgid "No conffile name was given."\nmsgstr "{chinese}"\n'
    facts, *_ = Reader(Settings(), rows).facts_of(document_of(text, "x.po"), None)
    assert [verdict.relation for verdict in judge([facts]).verdicts] == [relation]
