// Words before a number that say what it is. Data: a language more is some words more. "telefon*" begins a word.

/** A telephone is spoken of. */
export const PHONE =
  'phone*, telephone*, tel, mobile*, mob, cell, cellphone, call, calls, called, calling, callback, ring, rang, reach, ' +
  'reached, dial, fax, text me, sms, whatsapp, wa.me, viber, hotline, my number, our number, his number, her number, ' +
  'direct line, telefon*, tlf, handy*, mobil*, rufnummer*, anruf*, rückruf*, anrufen, erreich*, durchwahl*, ' +
  'meine nummer, téléphon*, portable, appel*, joindre, rappel*, teléfono*, móvil*, celular*, llam*, telefone*, ' +
  'telemóvel, ligue, telefono, cellulare, chiam*, telefoon*, mobiel*, bellen, puhelin*, soita*, hívj*, zavolej*, ' +
  'zadzwoń*, komórk*, τηλέφων*, κινητό, телефон*, тел, моб, мобил*, звон*, позвон*, טלפון, נייד, هاتف, جوال, موبايل, ' +
  'फोन, मोबाइल, ☎, ☏, 📞, 📱, ✆';

/** The same in scripts that set no spaces between words. */
export const PHONE_WITHIN = '電話, 携帯, 手機, 电话, 手机, 전화, 휴대폰, 연락처, โทร';

/** Stand for a telephone before a number in a signature: "M: 0170 …". */
export const PHONE_LETTERS = 't, m, p, f, h, ph, tf';

/** Right before a number that names a thing: an order, a parcel, a bill. */
export const THING =
  'order, invoice, bill, ticket, case, reference, ref, booking, confirmation, reservation, tracking, shipment, parcel, ' +
  'consignment, customer, client, account, contract, policy, claim, article, item, part, product, serial, model, sku, ' +
  'code, pin, id, isbn, issn, ean, gtin, imei, vin, vat, receipt, delivery, request, incident, quote, quotation, ' +
  'voucher, coupon, flight, no, nr, num, number, bestellung, auftrag, rechnung, kunde, sendung, paket, vorgang, artikel, ' +
  'vertrag, buchung, referenz, commande, facture, colis, référence, numéro, dossier, réservation, pedido, factura, ' +
  'envío, número, reserva, referencia, encomenda, fatura, ordine, fattura, spedizione, numero, prenotazione, ' +
  'bestelling, factuur, beställning, faktura, ordre, zamówienie, objednávka, rendelés, sipariş, заказ, счёт, παραγγελία';

/** The same within longer words, and in scripts that set no spaces between words. */
export const THING_WITHIN = 'nummer, number, numret, 注文, 番号, 訂單, 订单, 单号, 주문, 번호';
