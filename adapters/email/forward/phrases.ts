// Lines that no customer wrote: phones' signatures, gateways' warnings, companies' legal footers. A row a language,
// phrases in lower case, "|" between two. Add freely, but no phrase that a thankful person would write.

/** A short line that starts so is a program's advertisement for itself. */
const DEVICE_LINES: Readonly<Record<string, string>> = {
  en: 'sent from my iphone|sent from my ipad|sent from my mac|sent from my phone|sent from my mobile|sent from my android|sent from my samsung|sent from my galaxy|sent from my pixel|sent from my huawei|sent from my xiaomi|sent from my blackberry|sent from my windows|sent from my verizon|sent from my t-mobile|sent from mail for windows|sent from yahoo mail|sent from outlook|sent from samsung|sent from proton|sent with proton|get outlook for |sent via android',
  de: 'von meinem iphone|von meinem ipad|von meinem samsung|von meinem handy|gesendet von meinem |gesendet von mail für|gesendet von outlook|gesendet mit der |diese nachricht wurde von meinem android|holen sie sich outlook|outlook für ',
  fr: 'envoyé de mon |envoyé depuis mon |envoyé depuis l|envoyé à partir de |télécharger outlook|téléchargez outlook|obtenir outlook|obtenez outlook',
  es: 'enviado desde mi |enviado desde outlook|enviado desde correo|enviado desde yahoo|obtener outlook para|obtenga outlook para',
  nl: 'verstuurd vanaf mijn |verzonden vanaf |verzonden met outlook|verstuurd met |outlook voor |download outlook voor',
  ja: 'iphoneから送信|ipadから送信|outlook for ios を|ios 版 outlook|ios版outlook|android 版 outlook',
  it: 'inviato da iphone|inviato da ipad|inviato dal mio |inviato da outlook|scarica outlook|ottieni outlook',
  pt: 'enviado do meu |enviado a partir do |enviado do correio |obter o outlook|obtenha o outlook',
  pl: 'wysłane z iphone|wysłane z ipad|wysłane z mojego |wysłano z |pobierz program outlook|pobierz aplikację outlook',
  sv: 'skickat från min |skickat från outlook|skaffa outlook|hämta outlook',
  da: 'sendt fra min |sendt fra outlook|hent outlook',
  nb: 'sendt fra min |sendt fra outlook|skaff deg outlook|få outlook',
  fi: 'lähetetty iphonesta|lähetetty ipadista|lähetetty outlook|hanki outlook',
  cs: 'odesláno z |stáhněte si outlook|získat outlook',
  sk: 'odoslané z |získať outlook',
  hu: 'iphone-ról küldve|iphone-omról küldve|az én iphone|outlook beszerzése',
  ro: 'trimis de pe |obțineți outlook',
  tr: "iphone'umdan gönderildi|ipad'imden gönderildi|ios için outlook|android için outlook",
  el: 'στάλθηκε από το iphone|εστάλη από το |αποκτήστε το outlook',
  ru: 'отправлено с iphone|отправлено с ipad|отправлено с моего|отправлено из |скачать outlook',
  uk: 'надіслано з |надіслано із |отримати outlook',
  zh: '发自我的|從我的 iphone|从我的 iphone|從我的iphone|获取适用于|取得 ios 版|下載 outlook|下载 outlook',
  ko: '나의 iphone에서 보냄|내 iphone에서 보냄|ios용 outlook|android용 outlook',
  ar: 'أُرسلت من |مرسل من |الحصول على outlook',
  he: 'נשלח מה-iphone|נשלח מה-ipad|נשלח מה־iphone|קבל את outlook',
  id: 'dikirim dari iphone|dikirim dari ipad|dapatkan outlook',
  vi: 'đã gửi từ iphone|được gửi từ |tải outlook',
};

/** What gateways put above a stranger's mail. "^" is for words that only mean it at the start of a line. */
const BANNER_CUES: Readonly<Record<string, string>> = {
  en: "originated from outside|originated outside|from outside of the organization|from outside the organization|from outside your organization|from outside our organization|sender is from outside|from an external sender|^external email|^external e-mail|^external sender|do not click links|do not click on links|do not click any links|don't click links|do not open attachments|or open attachments|open attachments unless|know the content is safe|you don't often get email from|learn why this is important|don't often get email from|type your reply above this line|reply above this line",
  de: '^externe e-mail|^externe email|^externer absender|von außerhalb der organisation|von außerhalb ihrer organisation|von außerhalb unserer|von einem externen absender|klicken sie nicht auf links|öffnen sie keine anhänge|sie erhalten nicht oft|sie erhalten nicht häufig|warum dies wichtig ist',
  fr: "^expéditeur externe|^email externe|^e-mail externe|^courriel externe|provient de l'extérieur|extérieur de l'organisation|ne cliquez pas sur|n'ouvrez pas les pièces|vous n'obtenez pas souvent|vous ne recevez pas souvent|pourquoi cela est important|pourquoi c'est important|découvrez pourquoi ceci est important",
  es: '^remitente externo|^correo externo|fuera de la organización|no haga clic en|no abra archivos|no suele recibir correo|no suele recibir correos|por qué es importante esto|por qué esto es importante',
  nl: '^externe afzender|van buiten de organisatie|van buiten onze organisatie|klik niet op links|open geen bijlagen|u ontvangt niet vaak|waarom dit belangrijk is',
  ja: '社外からのメール|外部からのメール|組織外から|このメールは外部',
  it: "^mittente esterno|esterno all'organizzazione|non cliccare su|non aprire allegati|non si ricevono spesso",
  pt: '^remetente externo|fora da organização|não clique em links|não abra anexos|você não costuma receber|não recebe com frequência',
  pl: '^nadawca zewnętrzny|spoza organizacji|nie klikaj|nieczęsto otrzymujesz',
  sv: '^extern avsändare|utanför organisationen|klicka inte på|du får inte ofta e-post',
  da: '^ekstern afsender|uden for organisationen|klik ikke på|du får ikke ofte mails',
  nb: '^ekstern avsender|utenfor organisasjonen|ikke klikk på|du får ikke ofte e-post',
  fi: '^ulkoinen lähettäjä|organisaation ulkopuolelta|älä avaa liitteitä',
  cs: '^externí odesílatel|mimo organizaci|neklikejte na',
  ru: '^внешний отправитель|из внешнего источника|не переходите по ссылкам',
  zh: '^外部邮件|^外部郵件|此邮件来自外部|此郵件來自外部',
  ko: '^외부 메일|외부에서 발송|^외부 발신자',
};

/** One of these makes a paragraph a legal footer. */
const FOOTER_CUES: Readonly<Record<string, string>> = {
  en: 'this email and any attachment|this e-mail and any attachment|this message and any attachment|this email and any files|this e-mail and any files|this email is confidential|this e-mail is confidential|this message is confidential|may contain confidential|contains confidential|this communication is confidential|intended solely for|intended only for the|not the intended recipient|if you are not the addressee|sole use of the|confidentiality notice|legally privileged|information contained in this|received this email in error|received this e-mail in error|received this message in error|consider the environment before printing|think before you print|scanned for viruses|registered office:|registered in england|company registration no|^to unsubscribe|^unsubscribe|unsubscribe from this',
  de: 'enthält vertrauliche|diese e-mail ist vertraulich|diese nachricht ist vertraulich|diese e-mail und alle anhänge|nicht der richtige adressat|nicht der beabsichtigte empfänger|irrtümlich erhalten|unbefugte weitergabe|amtsgericht|registergericht|handelsregister|sitz der gesellschaft|geschäftsführer:|geschäftsführung:|ust-idnr|bevor sie diese e-mail ausdrucken',
  fr: "ce message et toutes les pièces jointes|ce message et ses pièces jointes|ce courriel et ses pièces|ce message est confidentiel|ce courriel est confidentiel|reçu ce message par erreur|reçu ce courriel par erreur|usage exclusif de|avant d'imprimer|n'imprimez ce message",
  es: 'este mensaje y sus archivos|este mensaje y sus adjuntos|este correo electrónico y|este mensaje es confidencial|puede contener información confidencial|contiene información confidencial|recibido este mensaje por error|recibido este correo por error|antes de imprimir',
  nl: 'dit bericht is vertrouwelijk|deze e-mail is vertrouwelijk|uitsluitend bestemd voor|ten onrechte ontvangen|kvk-nummer|denk aan het milieu voordat',
  ja: '本メールは機密|本メールには機密|誤って受信|誤って本メール|誤送信',
  it: 'il presente messaggio|questo messaggio e gli eventuali allegati|ricevuto questo messaggio per errore|prima di stampare',
  pt: 'esta mensagem e seus anexos|esta mensagem pode conter|esta mensagem é confidencial|esta mensagem por engano|antes de imprimir',
  pl: 'ta wiadomość i wszelkie załączniki|wiadomość jest poufna|może zawierać informacje poufne|sąd rejonowy',
  sv: 'detta meddelande är konfidentiellt|kan innehålla konfidentiell|tänk på miljön innan',
  da: 'denne e-mail er fortrolig|kan indeholde fortrolige|tænk på miljøet',
  nb: 'denne e-posten er konfidensiell|kan inneholde konfidensiell|tenk på miljøet',
  fi: 'tämä viesti on luottamuksellinen|tämä sähköposti on luottamuksellinen',
  cs: 'tato zpráva je důvěrná|tento e-mail a všechny',
  ru: 'настоящее сообщение|содержать конфиденциальную|конфиденциальную информацию',
  zh: '本邮件及其附件|本郵件及其附件|本邮件可能包含|本郵件可能包含',
  ko: '이 메일은 지정된|본 메일은 지정된|본 메일에는',
};

export const deviceLines = listed(DEVICE_LINES);
export const bannerCues = listed(BANNER_CUES);
export const footerCues = listed(FOOTER_CUES);

function listed(rows: Readonly<Record<string, string>>): readonly string[] {
  return [...new Set(Object.values(rows).flatMap((row) => row.split('|')))];
}
